/** No block is larger: it is the unit of what one must hold before it can be checked. */
export const mostBlockBytes = 2 ** 21;
