/** Where the customer is and with what, for the agent; only where the host's page says that it may be told. */
export interface About {
  page?: string;
  device?: string;
}

/** Without what stands behind the path: it may be private. */
export function about(): About {
  const page = `${document.title} ${location.origin}${location.pathname}`.trim().slice(0, 300);
  return { page, device: matchMedia('(pointer: coarse)').matches ? 'phone' : 'computer' };
}
