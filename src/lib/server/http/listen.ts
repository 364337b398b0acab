import type { Server } from 'node:http';

export type Listening =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'refused'; readonly message: string };

/** Binds the port; what people can put right is one sentence. Port 0 takes any free one. */
export function listen(server: Server, port: number, host: string): Promise<Listening> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const message = refusal(error.code ?? '', port, host);
      if (message === null) reject(error);
      else resolve({ kind: 'refused', message });
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve({ kind: 'listening', port: typeof address === 'object' && address !== null ? address.port : port });
    });
  });
}

function refusal(code: string, port: number, host: string): string | null {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken: stop the program that uses it, or set PORT to another one.`;
    case 'EACCES':
      return `Port ${port} may not be used by this user: set PORT to one above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `This machine has no address ${host}: set HOST to one it has, or leave it out.`;
    default:
      return null;
  }
}
