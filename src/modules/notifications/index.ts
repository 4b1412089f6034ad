import { SEND_ACCOUNT_MAIL } from '../accounts/index.js'
import type { SchemaModule } from '../core/index.js'
import { SEND_NOTIFICATION } from './notify.js'
import { sendAccountMail } from './sendAccountMail.js'
import { sendMissingNotifications, sendMissingNotificationsOfTheDay } from './sendMissingNotifications.js'
import { sendNotification } from './sendNotification.js'

export { type Channels, createChannels, describeOutbox, outboxFolder } from './channels.js'
export type { Delivery, Mail, Mailer, TextMessage, TextSender } from './delivery.js'
export { type EventData, type NewNotification, notify, SEND_NOTIFICATION } from './notify.js'
export type { NotificationEvent } from './store.js'

/** Notifications: telling people by email and SMS what happens to their bookings and accounts, apart from what happens. */
export const notificationsModule: SchemaModule = {
  resolvers: {},
  tasks: {
    [SEND_NOTIFICATION]: sendNotification,
    [SEND_ACCOUNT_MAIL]: sendAccountMail,
    sendMissingNotifications,
    sendMissingNotificationsOfTheDay,
  },
  crons: [
    { task: 'sendMissingNotifications', match: '* * * * *' },
    { task: 'sendMissingNotificationsOfTheDay', match: '13 * * * *' },
  ],
}
