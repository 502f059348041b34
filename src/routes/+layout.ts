// Every page is prerendered as a shell and drawn in the browser: its content needs data that only the
// browser has, and a style attribute in prerendered HTML would be blocked by the style policy.
export const prerender = true;
export const ssr = false;
export const trailingSlash = 'always';
