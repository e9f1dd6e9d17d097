/** A document ready to be sent; its `fileName` is a wish that `contentDisposition` makes safe. */
export type Printed = { body: string; contentType: string; fileName: string }
