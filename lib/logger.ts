import pino from "pino";
import { env } from "@/lib/env";

/** One JSON line an event, on standard error, so that standard output stays a program's own. */
export const logger = pino({ level: env.LOG_LEVEL, base: null }, pino.destination(2));
