/** Not a blank, and neither a mark that only joins or turns letters nor one of the empty letters. */
const SEEN = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]/u;

/** Nothing of it would be seen: as a name it could be neither found nor chosen. */
export const isBlank = (text: string): boolean => !SEEN.test(text);
