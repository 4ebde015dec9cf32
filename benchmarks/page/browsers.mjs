// Three engines behind one small set of acts: go to an address, run an expression, press a key, click at a point, close, kill.
import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

const CHROMIUM = process.env.EQUAL_FOOTING_CHROMIUM ?? "/usr/bin/chromium";
const FIREFOX = process.env.EQUAL_FOOTING_FIREFOX ?? "/usr/bin/firefox-esr";
const WEBKIT = process.env.EQUAL_FOOTING_WEBKIT ?? "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

const TRACED = ["devtools.timeline", "disabled-by-default-devtools.timeline", "blink.user_timing"];

export const ENGINES = ["chromium", "firefox", "webkit"];

export const profile = () => mkdtempSync(join(tmpdir(), "page-"));

export const nap = (ms) => new Promise((done) => setTimeout(done, ms));

/** Starts a browser with a profile of its own; `size` is [width, height], `touch` makes it a phone. */
export async function started(engine, { folder = profile(), size = [1280, 800], touch = false, downloads } = {}) {
  return engine === "webkit" ? startWebKit(folder, size) : startPuppet(engine, folder, size, touch, downloads);
}

async function startPuppet(engine, folder, [width, height], touch, downloads) {
  const browser = await puppeteer.launch({
    browser: engine === "firefox" ? "firefox" : "chrome",
    executablePath: engine === "firefox" ? FIREFOX : CHROMIUM,
    userDataDir: folder,
    headless: true,
    timeout: 120_000,
    protocolTimeout: 120_000,
    args: engine === "firefox" ? [] : ["--no-sandbox", "--disable-gpu"],
    ...(downloads ? { downloadBehavior: { policy: "allow", downloadPath: downloads } } : {}),
  });
  const page = await browser.newPage();
  if (engine === "chromium" || !touch) await page.setViewport({ width, height, hasTouch: touch, isMobile: touch });
  else await page.setViewport({ width, height });
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  return {
    engine,
    folder,
    complaints,
    go: (address) => page.goto(address, { waitUntil: "domcontentloaded" }),
    run: (source) => page.evaluate(source),
    key: (key) => page.keyboard.press(key),
    click: (x, y) => (touch && engine === "chromium" ? page.touchscreen.tap(x, y) : page.mouse.click(x, y)),
    slow: async (times) => (engine === "chromium" ? page.emulateCPUThrottling(times) : undefined),
    trace: engine === "chromium" ? () => page.tracing.start({ categories: TRACED }) : null,
    traced: async () => JSON.parse(Buffer.from(await page.tracing.stop()).toString("utf8")).traceEvents,
    shot: (path) => page.screenshot({ path }),
    close: () => browser.close(),
    kill: () => {
      browser.process()?.kill("SIGKILL");
      return nap(300);
    },
  };
}

const KEYS = { Enter: "\uE007", Tab: "\uE004", ArrowRight: "\uE014" };
let port = 4500 + (process.pid % 400);

async function startWebKit(folder, [width, height]) {
  const here = `http://127.0.0.1:${++port}`;
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder, XDG_CONFIG_HOME: folder };
  const driver = spawn("/usr/bin/WebKitWebDriver", [`--port=${port}`], { env, detached: true, stdio: "ignore" });
  const ask = async (method, path, body) => {
    const answer = await fetch(here + path, { method, body: body && JSON.stringify(body), keepalive: false });
    const { value } = await answer.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  let session;
  for (let n = 0; ; n++) {
    try {
      const options = { binary: WEBKIT, args: ["--automation"] };
      const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": options } };
      session = (await ask("POST", "/session", { capabilities })).sessionId;
      break;
    } catch (error) {
      if (n > 20) throw error;
      await nap(300);
    }
  }
  const at = `/session/${session}`;
  await ask("POST", `${at}/window/rect`, { width, height });
  const pressed = (key) => [
    { type: "keyDown", value: KEYS[key] ?? key },
    { type: "keyUp", value: KEYS[key] ?? key },
  ];
  const acts = (type, id, actions, more = {}) => ask("POST", `${at}/actions`, { actions: [{ type, id, actions, ...more }] });
  const end = (signal) => {
    try {
      process.kill(-driver.pid, signal);
    } catch {
      // it is gone already
    }
    return nap(400);
  };
  return {
    engine: "webkit",
    folder,
    complaints: [],
    go: (address) => ask("POST", `${at}/url`, { url: address }),
    run: (source) => ask("POST", `${at}/execute/sync`, { script: `return (${source})`, args: [] }),
    key: (key) => acts("key", "keyboard", pressed(key)),
    click: (x, y) =>
      acts(
        "pointer",
        "mouse",
        [
          { type: "pointerMove", duration: 0, x: Math.round(x), y: Math.round(y) },
          { type: "pointerDown", button: 0 },
          { type: "pointerUp", button: 0 },
        ],
        { parameters: { pointerType: "mouse" } },
      ),
    slow: async () => undefined,
    shot: async (path) => {
      await nap(800); // software paints the window that late
      writeFileSync(path, Buffer.from(await ask("GET", `${at}/screenshot`), "base64"));
    },
    close: async () => {
      await ask("DELETE", at).catch(() => undefined);
      await end("SIGTERM");
    },
    kill: () => end("SIGKILL"),
  };
}
