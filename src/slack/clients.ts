import { LogLevel, type Logger } from '@slack/logger';
