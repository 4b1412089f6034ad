export { enqueueJob, type NewJob } from './enqueueJob.js'
