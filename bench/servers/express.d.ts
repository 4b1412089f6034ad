// The part of Express that the naive server uses: @types/express is not installed.
declare module 'express' {
  import type { IncomingMessage, Server, ServerResponse } from 'node:http'

  type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown
  interface Application {
    use(handler: Handler): void
    all(path: string, handler: Handler): void
    listen(port: number, host: string, onListening: () => void): Server
  }
  function express(): Application
  namespace express {
    function json(): Handler
  }
  export = express
}
