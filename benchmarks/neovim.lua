-- Asks our language server all that an author asks it, in a real editor, and writes a row for each thing asked.
-- Run by `python -m benchmarks.neovim`, with FILE, PYTHON, MAIN and OUT in the environment.
local file, out = os.getenv("FILE"), io.open(os.getenv("OUT"), "w")
local rows = {}
local function ms(since) return (vim.loop.hrtime() - since) / 1e6 end
local function row(what, since, got) table.insert(rows, { what, ms(since), got }) end

vim.cmd("edit " .. file)
local buffer = vim.api.nvim_get_current_buf()
vim.bo.filetype = "yaml"
local began = vim.loop.hrtime()
local id = vim.lsp.start_client({ cmd = { os.getenv("PYTHON"), os.getenv("MAIN"), "lsp" }, root_dir = vim.fn.fnamemodify(file, ":h") })
vim.lsp.buf_attach_client(buffer, id)
local client = function() return vim.lsp.get_client_by_id(id) end
vim.wait(60000, function() return client() and client().initialized end, 5)
row("started", began, client().server_capabilities and "ready" or "")

local function find(words)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local at = line:find(words, 1, true)
    if at then return number - 1, at - 1 end
  end
  error("not found: " .. words)
end
local function asked(method, params, count)
  local since = vim.loop.hrtime()
  local answer = vim.lsp.buf_request_sync(buffer, method, params, 30000)
  local result = answer and answer[id] and answer[id].result
  row(method, since, tostring(result and count(result) or 0))
  return result
end
local function at(words, plus)
  local line, column = find(words)
  return { textDocument = { uri = vim.uri_from_bufnr(buffer) }, position = { line = line, character = column + (plus or 0) } }
end
local function length(list) return #(list.items or list) end
local function changes(edit)
  local found = 0
  for _, edits in pairs(edit.changes or {}) do found = found + #edits end
  for _, part in ipairs(edit.documentChanges or {}) do found = found + #(part.edits or {}) end
  return found
end

-- a mistake typed, told, and mended by its quick fix
local line, column = find("goto: monday-talk")
local since = vim.loop.hrtime()
vim.api.nvim_buf_set_text(buffer, line, column + 6, line, column + 17, { "monday-tlak" })
local function told()
  for _, problem in ipairs(vim.diagnostic.get(buffer)) do
    if problem.message:find("monday-tlak", 1, true) then return problem end
  end
end
vim.wait(60000, function() return told() ~= nil end, 5)
row("a mistake is told", since, told() and "1" or "0")
local problem = told()
local range = {
  start = { line = problem.lnum, character = problem.col },
  ["end"] = { line = problem.end_lnum, character = problem.end_col },
}
local actions = asked("textDocument/codeAction", {
  textDocument = { uri = vim.uri_from_bufnr(buffer) }, range = range,
  context = { diagnostics = { { range = range, message = problem.message, code = problem.code, source = problem.source } } },
}, length)
for _, action in ipairs(actions or {}) do
  if action.kind == "quickfix" and action.edit then vim.lsp.util.apply_workspace_edit(action.edit, "utf-16") break end
end
since = vim.loop.hrtime()
vim.wait(60000, function() return told() == nil end, 5)
row("the quick fix mended it", since, told() and "no" or "yes")

asked("textDocument/completion", at("goto: monday-talk", 6), length)
local since_places = vim.loop.hrtime()
local places = asked("textDocument/completion", at("place: ", 7), length)
local own = places and (places.items or places)[1]
row("an own picture comes first", since_places, own and own.label == "back-room" and "yes" or "no")
asked("textDocument/hover", at("moves:", 8), function(hover) return #vim.inspect(hover.contents) end)
asked("textDocument/definition", at("goto: monday-talk", 8), function(found) return #found > 0 and #found or 1 end)
local references = at("goto: monday-talk", 8)
references.context = { includeDeclaration = true }
asked("textDocument/references", references, length)
local rename = at("goto: monday-talk", 8)
rename.newName = "monday-words"
asked("textDocument/rename", rename, changes)
asked("textDocument/documentSymbol", { textDocument = { uri = vim.uri_from_bufnr(buffer) } }, length)

for _, each in ipairs(rows) do out:write(string.format("%s\t%.0f\t%s\n", each[1], each[2], each[3])) end
out:close()
vim.lsp.stop_client(id)
vim.cmd("qall!")
