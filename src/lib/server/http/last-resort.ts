import { describeError, type Log } from '../log';

/**
 * A bug that nobody caught: Node would print its message, which may hold anything. After one line without words the
 * process ends, since its state is unknown; whoever runs it starts it again, and nothing acknowledged is lost.
 */
export function lastResort(log: Log): void {
  const end = (error: unknown) => {
    log.fatal(describeError(error), 'fault');
    process.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}
