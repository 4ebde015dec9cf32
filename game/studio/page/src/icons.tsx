// Small drawings on buttons; what a button does is always said in words beside them or to a screen reader.

const PATHS = {
  up: "M12 19V6M6 11l6-6 6 6",
  down: "M12 5v13M6 13l6 6 6-6",
  double: "M8 8V5h11v11h-3M5 8h11v11H5z",
  close: "M6 6l12 12M18 6L6 18",
  home: "M4 11l8-7 8 7M6.5 9.5V20h11V9.5",
  settings: "M12 9a3 3 0 100 6 3 3 0 000-6zM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M18.4 5.6l-2.2 2.2M7.8 16.2l-2.2 2.2",
  undo: "M9 14L4 9l5-5M4 9h10a6 6 0 010 12h-3",
  redo: "M15 14l5-5-5-5M20 9H10a6 6 0 000 12h3",
  go: "M5 12h13M13 6l6 6-6 6",
  help: "M9 9a3 3 0 115 2.2c-1.2.9-2 1.5-2 3.3M12 18v.5",
};

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
