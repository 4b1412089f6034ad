export { enqueueJob, enqueueJobs, type NewJob } from './enqueueJob.js'
export { migrateJobs } from './migrateJobs.js'
export { type Cron, type JobRunnerOptions, type JobTask, runJobs } from './runJobs.js'
