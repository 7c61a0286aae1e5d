/** The UTF-16 units of the signs of YAML. */
export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const BLANK = 32;
export const DOUBLE = 34;
export const HASH = 35;
export const SINGLE = 39;
export const COMMA = 44;
export const DASH = 45;
export const COLON = 58;
export const SQUARE = 91;
export const BACKSLASH = 92;
export const SQUARE_END = 93;
export const CURLY = 123;
export const CURLY_END = 125;
