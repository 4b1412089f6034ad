import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Account as AccountRow } from '../modules/accounts/index.js';
import type { City as CityRow, Theater as TheaterRow, Screen as ScreenRow } from '../modules/theaters/index.js';
import type { Movie as MovieRow } from '../modules/catalog/index.js';
import type { Show as ShowRow } from '../modules/shows/index.js';
import type { SeatMap as SeatMapRow, SeatLayout as LayoutOfSeats, SeatRow as SeatRowRow, ShowSeat as ShowSeatRow, SeatMapChange as SeatMapChangeRow, SeatEvent as SeatEventRow, SeatState as SeatStateRow } from '../modules/seatmaps/index.js';
import type { Booking as BookingRow, UnavailableSeat as UnavailableSeatRow, PolicyQuote, CancellationPolicy as CancellationPolicyRow, OpenAmount, AmountError, AmountDue, Action, Exchanged, Transfer, BookingRef, BookingError, CancelledBooking, ShowRef, ShowError, Allocation as SeatAllocationRow, AllocationRef, BookingSeat as BookingSeatRow } from '../modules/bookings/index.js';
import type { Partner as PartnerRow, PartnerKey as PartnerKeyRow, PartnerOperation as PartnerOperationRow } from '../modules/partners/index.js';
import type { WebhookEndpoint as WebhookEndpointRow, LoggedDelivery, WebhookAttempt as WebhookAttemptRow } from '../modules/webhooks/index.js';
import type { PaymentWithRefunds as PaymentRow, PublicRefund as RefundRow } from '../modules/payments/index.js';
import type { Ticket as TicketRow, UsedTicket, WrongShow } from '../modules/tickets/index.js';
import type { LiveRoom as WaitingRoomRow, Standing, Admission as AdmissionRow, OfShow } from '../modules/waitingroom/index.js';
import type { Context } from '../context.js';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A currency by its ISO 4217 code, such as `EUR`. */
  Currency: { input: string; output: string; }
  /** A calendar day without a time zone, such as `2026-11-21`. Where it selects shows it is a day at the theater. */
  Date: { input: string; output: string; }
  /** A point in time in UTC, as an RFC 3339 string such as `2026-11-21T19:30:00.000Z`. */
  DateTime: { input: Date; output: Date; }
  /** An exact decimal number as a string, such as `12.50`: never a float. */
  Decimal: { input: string; output: string; }
  /** The name of a time zone in the IANA database, such as `Europe/Paris`. */
  TimeZone: { input: string; output: string; }
};

/** By which code to take a booking over. */
export type AcceptTransferInput = {
  /** The code that transferBooking gave. */
  code: Scalars['String']['input'];
  /** A key of the client's making, 1 to 255 characters: the same key gives the same answer, however often it is sent. */
  idempotencyKey: Scalars['String']['input'];
};

/** How acceptTransfer ends. */
export type AcceptTransferResult = AcceptTransferSuccess | IdempotencyMismatchError | NotFoundError | RateLimitedError | RequestInProgressError | ShowClosedError | TransferClosedError;

/** Returned when the booking is the viewer's. It has new tickets; the ones before are refused. A refund goes to who has paid. */
export type AcceptTransferSuccess = {
  __typename?: 'AcceptTransferSuccess';
  /** The booking. */
  booking: Booking;
};

/** Somebody who buys tickets. */
export type Account = Node & {
  __typename?: 'Account';
  /** Its bookings, the latest first. */
  bookings: BookingConnection;
  /** The email address, null for a guest, and for who comes from an outside issuer that tells none. */
  email: Maybe<Scalars['String']['output']>;
  /** The global id. */
  id: Scalars['ID']['output'];
  /** Whether the email address was confirmed to be the person's own. False without an address. */
  isEmailVerified: Scalars['Boolean']['output'];
  /** Whether this account was made by signInAsGuest. */
  isGuest: Scalars['Boolean']['output'];
  /** The name given at sign-up or by an outside issuer, null where none was. */
  name: Maybe<Scalars['String']['output']>;
  /** What it may do: CUSTOMER, and what it was appointed to. */
  roles: Array<Role>;
};


/** Somebody who buys tickets. */
export type AccountBookingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What holdSeats takes from who was let in. */
export type Admission = {
  __typename?: 'Admission';
  /** Until when it admits. Seats that are held by then can be paid for later. */
  expiresAt: Scalars['DateTime']['output'];
  /** What goes into `admissionToken`. It is good for this account alone, and for the shows of the waiting room. */
  token: Scalars['String']['output'];
};

/**
 * Returned when the show is behind a waiting room and the request has no admission token that admits the account now. Nothing was done, and the
 * answer is not kept: send the same request again, with a token.
 */
export type AdmissionRequiredError = UserError & {
  __typename?: 'AdmissionRequiredError';
  /** In how many seconds its turn comes, at the pace of now. Null where that is not known. */
  estimatedSeconds: Maybe<Scalars['Int']['output']>;
  /** What to do to be let in. */
  message: Scalars['String']['output'];
  /** How many are let in until it is the account's turn. Null where it has no place, or its position is not known yet. */
  position: Maybe<Scalars['Int']['output']>;
};

/** Seats for a partner: either seatIds or count. */
export type AllocateSeatsInput = {
  /** How many seats, 1 to 100: those that are free and farthest from the screen, line by line, in each from left to right. */
  count?: InputMaybe<Scalars['Int']['input']>;
  /** A key of the client's making, 1 to 255 characters: the same key gives the same answer, however often it is sent. */
  idempotencyKey: Scalars['String']['input'];
  /** The global id of the partner, which administrators know. */
  partnerId: Scalars['ID']['input'];
  /** The global ids of the seats, 1 to 100: all of them are allocated, or none. */
  seatIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The global id of the show. */
  showId: Scalars['ID']['input'];
  /** Until when, at the latest the start of the show. */
  until: Scalars['DateTime']['input'];
};

/** How allocateSeats ends. */
export type AllocateSeatsResult = AllocateSeatsSuccess | IdempotencyMismatchError | NotEnoughSeatsError | NotFoundError | RequestInProgressError | SeatsUnavailableError | ShowClosedError;

/** Returned when the seats are allocated. */
export type AllocateSeatsSuccess = {
  __typename?: 'AllocateSeatsSuccess';
  /** The allocation. */
  allocation: SeatAllocation;
};

/** Returned when the viewer has an allocation at the show and asks for other seats: it can have those of its allocations alone, while these last. */
export type AllocationExceededError = UserError & {
  __typename?: 'AllocationExceededError';
  /** What the viewer can have. */
  message: Scalars['String']['output'];
  /** The show, whose allocations tell the seats that can be held. */
  show: Show;
};

/** How many seats of a show are in which state. The four add up to the total. */
export type Availability = {
  __typename?: 'Availability';
  /** Seats that can be held now. */
  available: Scalars['Int']['output'];
  /** Seats that are not for sale. */
  blocked: Scalars['Int']['output'];
  /** Seats that are sold. */
  booked: Scalars['Int']['output'];
  /** Seats that somebody holds. */
  held: Scalars['Int']['output'];
  /** All seats. */
  total: Scalars['Int']['output'];
};

/** Seats of one show that somebody holds or has bought. */
export type Booking = Node & {
  __typename?: 'Booking';
  /** When it was cancelled, null if it was not. */
  cancelledAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was confirmed, null if it never was. */
  confirmedAt: Maybe<Scalars['DateTime']['output']>;
  /** When the seats were held. */
  createdAt: Scalars['DateTime']['output'];
  /** When the hold ends or ended, unless it was confirmed before. */
  expiresAt: Scalars['DateTime']['output'];
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The first payment of the viewer that collects its money. Null while it is unpaid, or where who had the booking before has paid it. */
  payment: Maybe<Payment>;
  /** All attempts of the viewer to pay for it, the oldest first. */
  payments: Array<Payment>;
  /** Its seats, each with the price quoted for it. */
  seats: Array<BookingSeat>;
  /** The show. */
  show: Show;
  /** Where it stands now. */
  status: BookingStatus;
  /** Its tickets that are not void, in the order of its seats: one a seat once it is confirmed. */
  tickets: Array<Ticket>;
  /** Where all its tickets are, in one PDF. Whoever knows this URL sees them. Null while there are none. */
  ticketsPdfUrl: Maybe<Scalars['String']['output']>;
  /** What all its seats cost together. */
  total: Money;
  /** The offer of it to another person that waits to be accepted, null if there is none. */
  transfer: Maybe<BookingTransfer>;
};

/** A page of bookings. */
export type BookingConnection = {
  __typename?: 'BookingConnection';
  /** The bookings with their cursors. */
  edges: Array<BookingEdge>;
  /** The bookings alone. */
  nodes: Array<Booking>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** A booking in a page. */
export type BookingEdge = {
  __typename?: 'BookingEdge';
  /** The place of this booking in the connection. */
  cursor: Scalars['String']['output'];
  /** The booking. */
  node: Booking;
};

/** A seat of a booking. */
export type BookingSeat = {
  __typename?: 'BookingSeat';
  /** The price quoted when it was held: what confirmBooking charges for it. */
  price: Money;
  /** The seat as it stands now. */
  seat: ShowSeat;
};

/**
 * Returned when a booking is in a state from which the wanted step does not lead on: its status says which, or the message, as where it is
 * being paid for or a ticket of it was used.
 */
export type BookingStateError = UserError & {
  __typename?: 'BookingStateError';
  /** The booking as it stands. */
  booking: Booking;
  /** Which state it is in. */
  message: Scalars['String']['output'];
};

/** Where a booking stands. */
export type BookingStatus =
  /** Cancelled after it was paid. */
  | 'CANCELLED'
  /** The show is over. */
  | 'COMPLETED'
  /** Paid: the seats are the buyer's. */
  | 'CONFIRMED'
  /** The hold ended before it was paid. */
  | 'EXPIRED'
  /** The seats are held until expiresAt. */
  | 'PENDING'
  /** The buyer gave the hold back. */
  | 'RELEASED';

/** The offer of a booking to another person. */
export type BookingTransfer = {
  __typename?: 'BookingTransfer';
  /** When it was offered. */
  createdAt: Scalars['DateTime']['output'];
  /** The email address it is offered to. */
  email: Scalars['String']['output'];
};

/** Which booking to cancel. */
export type CancelBookingInput = {
  /** The global id of the booking. */
  bookingId: Scalars['ID']['input'];
  /** A key of the client's making, 1 to 255 characters: the same key gives the same answer, however often it is sent. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The global ids of the seats. All of the booking when left out: then it is CANCELLED. */
  seatIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** How cancelBooking ends. */
export type CancelBookingResult = BookingStateError | CancelBookingSuccess | IdempotencyMismatchError | NotFoundError | RequestInProgressError | ShowClosedError;

/** Returned when the booking, or the seats of it, are cancelled. What goes back is on the way; an offer of the booking ends. */
export type CancelBookingSuccess = {
  __typename?: 'CancelBookingSuccess';
  /** The booking: CANCELLED, or CONFIRMED with the seats that are left. */
  booking: Booking;
  /** What goes back to the buyer, by the policy of the show. */
  refund: Money;
};

/** Which show to cancel. */
export type CancelShowInput = {
  /** The global id of the show. */
  showId: Scalars['ID']['input'];
};

/** How cancelShow ends. */
export type CancelShowResult = CancelShowSuccess | NotFoundError | ShowClosedError;

/** Returned when the show is cancelled, or was before. Its seats can neither be held nor paid for any more. */
export type CancelShowSuccess = {
  __typename?: 'CancelShowSuccess';
  /** The show, now CANCELLED. */
  show: Show;
};

/** How much of a price goes back when seats are cancelled. */
export type CancellationPolicy = {
  __typename?: 'CancellationPolicy';
  /** Its name, such as `standard`, `flexible` or `strict`. */
  name: Scalars['String']['output'];
  /** Until how many minutes before the start seats go back on sale. */
  resaleMinutes: Scalars['Int']['output'];
  /** Its tiers, the longest time first. The first that fits counts; nothing goes back where none does. */
  tiers: Array<CancellationTier>;
};

/** What cancelling would come to at this moment. */
export type CancellationQuote = {
  __typename?: 'CancellationQuote';
  /** How much of the price would go back, in percent. */
  percent: Scalars['Int']['output'];
  /** The policy that says so. */
  policy: CancellationPolicy;
  /** Why it is that much. */
  reason: CancellationReason;
  /** What would go back to the buyer. */
  refund: Money;
  /** What would be kept. */
  retained: Money;
  /** Whether the seats would go back on sale. */
  seatsGoBackOnSale: Scalars['Boolean']['output'];
};

/** How cancellationQuote ends. */
export type CancellationQuoteResult = BookingStateError | CancellationQuote | NotFoundError | ShowClosedError;

/** Why a cancellation gives back what it does. */
export type CancellationReason =
  /** There is time enough: all goes back. */
  | 'FULL_REFUND'
  /** It is too late: nothing goes back. */
  | 'NO_REFUND'
  /** It is late: some goes back. */
  | 'PARTIAL_REFUND'
  /** The show does not take place: all goes back. */
  | 'SHOW_CANCELLED';

/** How much goes back with how much time left. */
export type CancellationTier = {
  __typename?: 'CancellationTier';
  /** Whether exactly that many are enough; else there have to be more. */
  isInclusive: Scalars['Boolean']['output'];
  /** How many minutes have to be left until the start. */
  minutesBefore: Scalars['Int']['output'];
  /** How much of the price goes back. */
  percent: Scalars['Int']['output'];
};

/**
 * Returned when it is not known that a person asks: a captcha has to be solved first. Nothing was done, and the answer is not kept: send the
 * same request again, with the same key where it has one, and with the token of a solved captcha, which is good for five minutes and once.
 */
export type CaptchaRequiredError = UserError & {
  __typename?: 'CaptchaRequiredError';
  /** What to do, and what was wrong with the token that came, if one did. */
  message: Scalars['String']['output'];
};

/** Another password. */
export type ChangePasswordInput = {
  /** The present password of the viewer. */
  currentPassword: Scalars['String']['input'];
  /** The new password, 8 to 128 characters. */
  newPassword: Scalars['String']['input'];
};

/** How changePassword ends. */
export type ChangePasswordResult = ChangePasswordSuccess | InvalidPasswordError | RateLimitedError | WrongPasswordError;

/** Returned when the new password signs in. The session of the request goes on. */
export type ChangePasswordSuccess = {
  __typename?: 'ChangePasswordSuccess';
  /** How many other sessions were ended. */
  endedSessions: Scalars['Int']['output'];
};

/** Which ticket is used, and where. */
export type CheckInTicketInput = {
  /** What the QR code of the ticket says. */
  code: Scalars['String']['input'];
  /** Where the scanner stands, such as `North`, 100 characters at most: it is told to whoever comes with the same ticket again. */
  gate?: InputMaybe<Scalars['String']['input']>;
  /** The global id of the show that is admitted to here. Tickets of other shows are refused then. */
  showId?: InputMaybe<Scalars['ID']['input']>;
};

/** How checkInTicket ends. */
export type CheckInTicketResult = CheckInTicketSuccess | CheckInTooEarlyError | InvalidTicketError | RateLimitedError | ShowClosedError | TicketAlreadyUsedError | TicketVoidError | WrongShowError;

/** Returned when the ticket admits. It is used from then on. */
export type CheckInTicketSuccess = {
  __typename?: 'CheckInTicketSuccess';
  /** The ticket, now USED. */
  ticket: Ticket;
};

/** Returned when the show lies more than 24 hours ahead. The ticket is not used by that. */
export type CheckInTooEarlyError = UserError & {
  __typename?: 'CheckInTooEarlyError';
  /** When the show is. */
  message: Scalars['String']['output'];
  /** From when on the ticket admits: 24 hours before the show starts. */
  opensAt: Scalars['DateTime']['output'];
};

/** A city with theaters. */
export type City = Node & {
  __typename?: 'City';
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The name. */
  name: Scalars['String']['output'];
  /** The time zone in which its theaters tell days and prices. */
  timeZone: Scalars['TimeZone']['output'];
};

/** Which waiting room to close. */
export type CloseWaitingRoomInput = {
  /** The global id of the show. */
  showId: Scalars['ID']['input'];
};

/** How closeWaitingRoom ends. */
export type CloseWaitingRoomResult = CloseWaitingRoomSuccess | NotFoundError;

/** Returned when the waiting room is closed. One that is opened for the show later is another one, with places of its own. */
export type CloseWaitingRoomSuccess = {
  __typename?: 'CloseWaitingRoomSuccess';
  /** The show. */
  show: Show;
};

/** Which hold to confirm, and how it is paid. */
export type ConfirmBookingInput = {
  /** The global id of the booking. */
  bookingId: Scalars['ID']['input'];
  /** Where to write to about the booking. The address of the account when left out. */
  contact?: InputMaybe<ContactInput>;
  /** A key of the client's making, 1 to 255 characters: the same key charges once, however often it is sent. */
  idempotencyKey: Scalars['String']['input'];
  /** How it is paid. */
  payment: PaymentInput;
};

/** How confirmBooking ends. */
export type ConfirmBookingResult = BookingStateError | ConfirmBookingSuccess | HoldExpiredError | IdempotencyMismatchError | InvalidPaymentAmountError | NotFoundError | PartialPaymentSuccess | PaymentActionRequired | PaymentAttemptsExceededError | PaymentCaptureError | PaymentDeclinedError | PaymentGivenUpError | PaymentUnavailableError | RequestInProgressError | SeatsLostError | ShowClosedError;

/** Returned when the booking is paid and confirmed. */
export type ConfirmBookingSuccess = {
  __typename?: 'ConfirmBookingSuccess';
  /** The booking, now CONFIRMED. */
  booking: Booking;
};

/** Where to write to. */
export type ContactInput = {
  /** An email address. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** A telephone number with its country code, such as `+33612345678`: text messages go there. */
  phone?: InputMaybe<Scalars['String']['input']>;
};

/** A new partner. */
export type CreatePartnerInput = {
  /** What its requests may cost in a minute, all together, 1 to 1000000000. */
  costPerMinute?: InputMaybe<Scalars['Int']['input']>;
  /** The name, 1 to 100 characters. Upper and lower case are the same. */
  name: Scalars['String']['input'];
  /** How many requests it may send in a minute, 1 to 1000000. */
  requestsPerMinute?: InputMaybe<Scalars['Int']['input']>;
};

/** A new key. */
export type CreatePartnerKeyInput = {
  /** When it ends by itself; never when left out. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The global id of a partner. */
  partnerId: Scalars['ID']['input'];
  /** What it may do, at least one scope. */
  scopes: Array<PartnerScope>;
};

/** How createPartnerKey ends. */
export type CreatePartnerKeyResult = CreatePartnerKeySuccess | InvalidPartnerKeyError | NotFoundError | PartnerKeyLimitError;

/** Returned when there is a new key. */
export type CreatePartnerKeySuccess = {
  __typename?: 'CreatePartnerKeySuccess';
  /** What is known of the key. */
  key: PartnerKey;
  /** The whole key. It cannot be had again: keep it. */
  secret: Scalars['String']['output'];
};

/** How createPartner ends. */
export type CreatePartnerResult = CreatePartnerSuccess | InvalidPartnerError | PartnerNameTakenError;

/** Returned when there is a new partner. */
export type CreatePartnerSuccess = {
  __typename?: 'CreatePartnerSuccess';
  /** The partner, which has no key yet. */
  partner: Partner;
};

/** A new endpoint. */
export type CreateWebhookEndpointInput = {
  /** Of what it is told, at least one type. */
  eventTypes: Array<WebhookEventType>;
  /** The global id of a partner. */
  partnerId: Scalars['ID']['input'];
  /** Where events are sent: an https:// URL of at most 2048 characters, whose host is on the internet. */
  url: Scalars['String']['input'];
};

/** How createWebhookEndpoint ends. */
export type CreateWebhookEndpointResult = CreateWebhookEndpointSuccess | InvalidWebhookEndpointError | NotFoundError | WebhookEndpointLimitError;

/** Returned when the partner is told of events from now on. */
export type CreateWebhookEndpointSuccess = {
  __typename?: 'CreateWebhookEndpointSuccess';
  /** The endpoint. */
  endpoint: WebhookEndpoint;
  /** What signs all that is sent, `whsec_` and base64. It cannot be had again: keep it. */
  secret: Scalars['String']['output'];
};

/** Returned when the address is confirmed already. There is nothing to do. */
export type EmailAlreadyVerifiedError = UserError & {
  __typename?: 'EmailAlreadyVerifiedError';
  /** Which address is confirmed. */
  message: Scalars['String']['output'];
};

/** Returned when the email address already has an account. Sign in instead. */
export type EmailTakenError = UserError & {
  __typename?: 'EmailTakenError';
  /** Which address is taken. */
  message: Scalars['String']['output'];
};

/** Which seats to take in the place of those of which booking. */
export type ExchangeBookingInput = {
  /** The token of an admission, for another show that is behind a waiting room. Another one may come with the same key. */
  admissionToken?: InputMaybe<Scalars['String']['input']>;
  /** The global id of the booking. */
  bookingId: Scalars['ID']['input'];
  /** A key of the client's making, 1 to 255 characters: the same key charges once, however often it is sent. */
  idempotencyKey: Scalars['String']['input'];
  /** How the difference is paid, where the new seats cost more. */
  payment?: InputMaybe<PaymentInput>;
  /** The global ids of all seats the booking is to have. Those it has already may be among them. */
  seatIds: Array<Scalars['ID']['input']>;
  /** The global id of the show of the new seats. The show of the booking when left out. */
  showId?: InputMaybe<Scalars['ID']['input']>;
};

/** How exchangeBooking ends. */
export type ExchangeBookingResult = AdmissionRequiredError | AllocationExceededError | BookingStateError | ExchangeBookingSuccess | ExchangeClosedError | IdempotencyMismatchError | InvalidPaymentAmountError | NotFoundError | PaymentActionRequired | PaymentAttemptsExceededError | PaymentCaptureError | PaymentDeclinedError | PaymentGivenUpError | PaymentRequiredError | PaymentUnavailableError | RequestInProgressError | SeatLimitExceededError | SeatsUnavailableError | ShowClosedError;

/** Returned when the booking has the new seats. */
export type ExchangeBookingSuccess = {
  __typename?: 'ExchangeBookingSuccess';
  /** The booking with its new seats, total and tickets. */
  booking: Booking;
  /** What was charged, as the new seats cost more. */
  charged: Money;
  /** What goes back, as the new seats cost less: the part of it that the policy would give back for seats that are cancelled. */
  refund: Money;
};

/** Returned when it is so late that cancelling would give nothing back: then seats are not exchanged either. */
export type ExchangeClosedError = UserError & {
  __typename?: 'ExchangeClosedError';
  /** The booking as it stands. */
  booking: Booking;
  /** Why it is too late. */
  message: Scalars['String']['output'];
};

/** Which hold to make longer. */
export type ExtendHoldInput = {
  /** The global id of the booking. */
  bookingId: Scalars['ID']['input'];
  /** A key of the client's making, 1 to 255 characters: the same key gives the same answer, however often it is sent. */
  idempotencyKey: Scalars['String']['input'];
};

/** How extendHold ends. */
export type ExtendHoldResult = BookingStateError | ExtendHoldSuccess | HoldExpiredError | HoldNotExtendableError | IdempotencyMismatchError | NotFoundError | RequestInProgressError | ShowClosedError;

/** Returned when the hold lasts longer. */
export type ExtendHoldSuccess = {
  __typename?: 'ExtendHoldSuccess';
  /** The hold with its new expiresAt. */
  booking: Booking;
};

/** Returned when the hold ended before it could be confirmed. Nothing was charged: hold the seats again. */
export type HoldExpiredError = UserError & {
  __typename?: 'HoldExpiredError';
  /** The booking as it stands. */
  booking: Booking;
  /** When the hold ended. */
  message: Scalars['String']['output'];
};

/** Returned when the viewer holds seats at the show as often as is allowed. Pay for one of these holds, or release it. */
export type HoldLimitExceededError = UserError & {
  __typename?: 'HoldLimitExceededError';
  /** The most bookings that are PENDING one may have at a show. */
  limit: Scalars['Int']['output'];
  /** How many holds one may have at a show. */
  message: Scalars['String']['output'];
};

/** Returned when a hold is as long as a hold may be. It is kept until its expiresAt: pay for it. */
export type HoldNotExtendableError = UserError & {
  __typename?: 'HoldNotExtendableError';
  /** The hold as it stands. */
  booking: Booking;
  /** When the hold ends. */
  message: Scalars['String']['output'];
};

/** Which seats to hold. */
export type HoldSeatsInput = {
  /** The token of an admission, for a show behind a waiting room. It is no part of what the key stands for: another one may come with it. */
  admissionToken?: InputMaybe<Scalars['String']['input']>;
  /** What Cloudflare Turnstile gave for a solved challenge, where a CaptchaRequiredError has asked for it. Not part of what the key stands for. */
  captchaToken?: InputMaybe<Scalars['String']['input']>;
  /** How long to hold, in seconds. The server says which times it allows: 300 to 900, and 600 when left out, unless configured otherwise. */
  holdSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** A key of the client's making, 1 to 255 characters: the same key gives the same answer, however often it is sent. */
  idempotencyKey: Scalars['String']['input'];
  /** The global ids of the seats, each once. */
  seatIds: Array<Scalars['ID']['input']>;
  /** The global id of the show. */
  showId: Scalars['ID']['input'];
};

/** How holdSeats ends. */
export type HoldSeatsResult = AdmissionRequiredError | AllocationExceededError | CaptchaRequiredError | HoldLimitExceededError | HoldSeatsSuccess | IdempotencyMismatchError | NotFoundError | RateLimitedError | RequestInProgressError | SeatLimitExceededError | SeatsUnavailableError | ServerBusyError | ShowClosedError;

/** Returned when all the seats are held. */
export type HoldSeatsSuccess = {
  __typename?: 'HoldSeatsSuccess';
  /** The hold: a booking that is PENDING until its expiresAt. */
  booking: Booking;
};

/** Returned when an idempotency key comes again with another input. Use a new key for a new request. */
export type IdempotencyMismatchError = UserError & {
  __typename?: 'IdempotencyMismatchError';
  /** Which key was used before. */
  message: Scalars['String']['output'];
};

/** Returned when there is no such account or the password is another; which of both is not told. */
export type InvalidCredentialsError = UserError & {
  __typename?: 'InvalidCredentialsError';
  /** That address and password do not fit together. */
  message: Scalars['String']['output'];
};

/** Returned when what was given is no email address. */
export type InvalidEmailAddressError = UserError & {
  __typename?: 'InvalidEmailAddressError';
  /** That it is none. */
  message: Scalars['String']['output'];
};

/** Returned when a code was used before, has ended, or never was one. A code for an address ends after a day, one for a password after an hour. */
export type InvalidEmailTokenError = UserError & {
  __typename?: 'InvalidEmailTokenError';
  /** That the code is not good. */
  message: Scalars['String']['output'];
};

/** Returned when a manifest cannot be read. Nothing was registered. */
export type InvalidManifestError = UserError & {
  __typename?: 'InvalidManifestError';
  /** Why not, and which manifests can be. */
  message: Scalars['String']['output'];
};

/** Returned when operations of a manifest are not good for this schema. Nothing was registered. */
export type InvalidOperationsError = UserError & {
  __typename?: 'InvalidOperationsError';
  /** How many are not good. */
  message: Scalars['String']['output'];
  /** The operations that are not good, all of them. */
  operations: Array<RefusedOperation>;
};

/** Returned when something of a partner does not fit the rules. */
export type InvalidPartnerError = UserError & {
  __typename?: 'InvalidPartnerError';
  /** The field of the input that does not fit. */
  field: Scalars['String']['output'];
  /** What is wrong. */
  message: Scalars['String']['output'];
};

/** Returned when something of a key does not fit the rules. */
export type InvalidPartnerKeyError = UserError & {
  __typename?: 'InvalidPartnerKeyError';
  /** The field of the input that does not fit. */
  field: Scalars['String']['output'];
  /** What is wrong. */
  message: Scalars['String']['output'];
};

/** Returned when the new password does not fit the rules. */
export type InvalidPasswordError = UserError & {
  __typename?: 'InvalidPasswordError';
  /** Which rule it does not fit. */
  message: Scalars['String']['output'];
};

/**
 * Returned when the amount of a payment is none of the currency, or more than is open, also as others have paid at the same moment; or, of an
 * exchange, not what it costs. Nothing is charged.
 */
export type InvalidPaymentAmountError = UserError & {
  __typename?: 'InvalidPaymentAmountError';
  /** What is open. */
  message: Scalars['String']['output'];
  /** What is open. */
  open: Money;
};

/** Returned when the refresh token is that of no session, or of one that has ended. Sign in again. */
export type InvalidRefreshTokenError = UserError & {
  __typename?: 'InvalidRefreshTokenError';
  /** That the session is over. */
  message: Scalars['String']['output'];
};

/** Returned when a name, address or password does not fit the rules. */
export type InvalidSignUpError = UserError & {
  __typename?: 'InvalidSignUpError';
  /** The field of the input that does not fit: name, email or password. */
  field: Scalars['String']['output'];
  /** What is wrong with which field. */
  message: Scalars['String']['output'];
};

/** Returned when the code is forged, incomplete, or that of no ticket. */
export type InvalidTicketError = UserError & {
  __typename?: 'InvalidTicketError';
  /** That this is no ticket. */
  message: Scalars['String']['output'];
};

/** Returned when something of an endpoint does not fit the rules. */
export type InvalidWebhookEndpointError = UserError & {
  __typename?: 'InvalidWebhookEndpointError';
  /** The field of the input that does not fit. */
  field: Scalars['String']['output'];
  /** What is wrong. */
  message: Scalars['String']['output'];
};

/** Whose waiting room to join. */
export type JoinWaitingRoomInput = {
  /** The global id of the show. */
  showId: Scalars['ID']['input'];
};

/** How joinWaitingRoom ends. */
export type JoinWaitingRoomResult = JoinWaitingRoomSuccess | NotFoundError | ServerBusyError | ShowClosedError | WaitingRoomNotRequired;

/** Returned when the account has a place: a new one, or the one that it had. */
export type JoinWaitingRoomSuccess = {
  __typename?: 'JoinWaitingRoomSuccess';
  /** The place. */
  place: WaitingPlace;
};

/** An amount of money. */
export type Money = {
  __typename?: 'Money';
  /** The amount in the main unit of the currency, with all its decimal places: `12.50`. */
  amount: Scalars['Decimal']['output'];
  /** The currency of the amount. */
  currency: Scalars['Currency']['output'];
};

/** A film that theaters show. */
export type Movie = Node & {
  __typename?: 'Movie';
  /** The director, null when not known. */
  director: Maybe<Scalars['String']['output']>;
  /** The genre, null when it is not known. */
  genre: Maybe<Scalars['String']['output']>;
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The score on IMDb from 0 to 10, null when it has none. */
  imdbRating: Maybe<Scalars['Float']['output']>;
  /** The rating of the Motion Picture Association, such as `PG-13`, null when it has none. */
  rating: Maybe<Scalars['String']['output']>;
  /** The day of its first release, null when it is not known. */
  releaseDate: Maybe<Scalars['Date']['output']>;
  /** How long it runs, in minutes. */
  runningMinutes: Scalars['Int']['output'];
  /** Its shows, upcoming ones by start time when nothing else is asked. */
  shows: ShowConnection;
  /** The title. */
  title: Scalars['String']['output'];
};


/** A film that theaters show. */
export type MovieShowsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ShowFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of movies. */
export type MovieConnection = {
  __typename?: 'MovieConnection';
  /** The movies with their cursors. */
  edges: Array<MovieEdge>;
  /** The movies alone. */
  nodes: Array<Movie>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** A movie in a page. */
export type MovieEdge = {
  __typename?: 'MovieEdge';
  /** The place of this movie in the connection. */
  cursor: Scalars['String']['output'];
  /** The movie. */
  node: Movie;
};

/** Which movies to list. All conditions given have to hold. */
export type MovieFilter = {
  /** Only movies with an upcoming show in this city, by its name in upper or lower case. */
  city?: InputMaybe<Scalars['String']['input']>;
  /** Only movies with an upcoming show on this day at the theater. */
  day?: InputMaybe<Scalars['Date']['input']>;
  /** The genre by its name, in upper or lower case. */
  genre?: InputMaybe<Scalars['String']['input']>;
  /** Part of the title, in upper or lower case. */
  title?: InputMaybe<Scalars['String']['input']>;
};

/** What can be done. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Takes over a booking that was offered. */
  acceptTransfer: AcceptTransferResult;
  /** Keeps seats of a show for a partner until a time: others cannot hold them, and the partner no others of the show. For the staff of the theater. */
  allocateSeats: AllocateSeatsResult;
  /** Cancels a confirmed booking, or some of its seats: what the policy of the show says goes back to the buyer. */
  cancelBooking: CancelBookingResult;
  /** Cancels a show that is not over. All its bookings are cancelled within moments, and all that was paid for their seats goes back. For the staff of the theater. */
  cancelShow: CancelShowResult;
  /** Sets another password by the present one, and ends the other sessions of the viewer. */
  changePassword: ChangePasswordResult;
  /** Lets the holder of a ticket in, once. For the staff of the theater, and admins: anybody else gets the error FORBIDDEN. */
  checkInTicket: CheckInTicketResult;
  /** Closes the waiting room of a show: its seats can be held by everybody again. For the staff of the theater. */
  closeWaitingRoom: CloseWaitingRoomResult;
  /** Pays for a hold and makes its seats the buyer's. */
  confirmBooking: ConfirmBookingResult;
  /** Lets another company use the API. It needs a key besides. For administrators: anybody else gets the error FORBIDDEN. */
  createPartner: CreatePartnerResult;
  /** Makes a key for a partner. For administrators: anybody else gets the error FORBIDDEN. */
  createPartnerKey: CreatePartnerKeyResult;
  /**
   * Tells a partner of events from now on, at an address that the partner gives, by the convention of https://www.standardwebhooks.com. For
   * administrators: anybody else gets the error FORBIDDEN.
   */
  createWebhookEndpoint: CreateWebhookEndpointResult;
  /** Takes other seats in the place of those of a confirmed booking, at the same show or another: the difference is paid or refunded. What cancelling gave back at the earlier show is the most it gives back at the later one. */
  exchangeBooking: ExchangeBookingResult;
  /** Makes a hold longer, from now on, up to the longest time a hold may have. */
  extendHold: ExtendHoldResult;
  /** Holds seats of a show for some minutes: all of them or none. */
  holdSeats: HoldSeatsResult;
  /**
   * Takes a place in the waiting room of a show, or tells the one that the account has: it has one, however often it comes. Only who has let
   * an admission lapse gets a new place, at the end.
   */
  joinWaitingRoom: JoinWaitingRoomResult;
  /** Puts a show behind a waiting room. For the staff of the theater. */
  openWaitingRoom: OpenWaitingRoomResult;
  /** Changes how many a waiting room lets in a second, from now on. For the staff of the theater. */
  paceWaitingRoom: PaceWaitingRoomResult;
  /**
   * Gives a session new tokens, as its access token has ended or soon will. Send no access token with it, as one that has ended is
   * refused. The refresh token is used up, but for ten seconds, in which it gives other ones to whoever has not got
   * the answer, until one of these is used.
   */
  refreshSession: RefreshSessionResult;
  /**
   * Adds the operations of a manifest to those that a partner may send: all of them, or none when one is not good. Those that it has already
   * keep their texts, and count as made for the schema of now. For administrators: anybody else gets the error FORBIDDEN.
   */
  registerOperations: RegisterOperationsResult;
  /** Puts what is left of an allocation back on sale; what its partner holds or has bought stays. One that has ended stays as it is. For the staff of the theater. */
  releaseAllocation: ReleaseAllocationResult;
  /** Gives seats of a hold back: all of them or some. */
  releaseSeats: ReleaseSeatsResult;
  /** Takes operations away from those that a partner may send. For administrators: anybody else gets the error FORBIDDEN. */
  removeOperations: RemoveOperationsResult;
  /**
   * Sends events to an endpoint once more, with the ids that they have: those of its types that its partner was told of, or would have been if the
   * endpoint had been there. Events are kept for 90 days. For administrators: anybody else gets the error FORBIDDEN.
   */
  replayWebhookEvents: ReplayWebhookEventsResult;
  /** Sends the viewer a mail with a code that confirms the address, as signUp does. At most three are sent in an hour. */
  requestEmailVerification: RequestEmailVerificationResult;
  /**
   * Sends a mail with a code that sets a new password, if the address has an account with one. The answer is the same for every
   * address. At most three are sent in an hour.
   */
  requestPasswordReset: RequestPasswordResetResult;
  /** Sets a new password by the code that was mailed, and ends all sessions of the account. It confirms the address, too. */
  resetPassword: ResetPasswordResult;
  /** Ends a key: every server refuses it within seconds. For administrators: anybody else gets the error FORBIDDEN. */
  revokePartnerKey: RevokePartnerKeyResult;
  /**
   * Makes a key with the scopes of another one, which ends a while later: until then both are good. A key is rotated once. For administrators:
   * anybody else gets the error FORBIDDEN.
   */
  rotatePartnerKey: RotatePartnerKeyResult;
  /**
   * Makes a new secret for an endpoint. For a day the one before signs as well; one before that does not any more. For administrators: anybody
   * else gets the error FORBIDDEN.
   */
  rotateWebhookSecret: RotateWebhookSecretResult;
  /** Signs in to an account by its password. */
  signIn: SignInResult;
  /** Signs in without an account: a guest can hold and book, and is known by the tokens alone. */
  signInAsGuest: SignInAsGuestResult;
  /** Ends the session of the request: none of its tokens is good any more. */
  signOut: SignOutResult;
  /**
   * Ends all sessions of the viewer, that of the request too, and all access tokens that an outside issuer has given out for the account so
   * far. Where there is such an issuer, the answer takes a second: a token that is issued after it is good.
   */
  signOutEverywhere: SignOutEverywhereResult;
  /** Opens an account and signs it in. */
  signUp: SignUpResult;
  /** Takes other seats of the show into a hold, in the place of some or all it has: all of them or none. */
  swapSeats: SwapSeatsResult;
  /** Offers a confirmed booking to another person, who accepts it by the code that this gives. */
  transferBooking: TransferBookingResult;
  /** Changes what is given of a partner, or disables it. For administrators: anybody else gets the error FORBIDDEN. */
  updatePartner: UpdatePartnerResult;
  /**
   * Changes what is given of an endpoint, disables it, or enables it again. What was to be sent while it is disabled is not; it can be replayed.
   * For administrators: anybody else gets the error FORBIDDEN.
   */
  updateWebhookEndpoint: UpdateWebhookEndpointResult;
  /** Confirms that an email address is its account's own, by the code that was mailed there. Needs no access token. */
  verifyEmail: VerifyEmailResult;
  /** Takes back the offer of a booking that nobody has accepted yet. */
  withdrawTransfer: WithdrawTransferResult;
};


/** What can be done. */
export type MutationAcceptTransferArgs = {
  input: AcceptTransferInput;
};


/** What can be done. */
export type MutationAllocateSeatsArgs = {
  input: AllocateSeatsInput;
};


/** What can be done. */
export type MutationCancelBookingArgs = {
  input: CancelBookingInput;
};


/** What can be done. */
export type MutationCancelShowArgs = {
  input: CancelShowInput;
};


/** What can be done. */
export type MutationChangePasswordArgs = {
  input: ChangePasswordInput;
};


/** What can be done. */
export type MutationCheckInTicketArgs = {
  input: CheckInTicketInput;
};


/** What can be done. */
export type MutationCloseWaitingRoomArgs = {
  input: CloseWaitingRoomInput;
};


/** What can be done. */
export type MutationConfirmBookingArgs = {
  input: ConfirmBookingInput;
};


/** What can be done. */
export type MutationCreatePartnerArgs = {
  input: CreatePartnerInput;
};


/** What can be done. */
export type MutationCreatePartnerKeyArgs = {
  input: CreatePartnerKeyInput;
};


/** What can be done. */
export type MutationCreateWebhookEndpointArgs = {
  input: CreateWebhookEndpointInput;
};


/** What can be done. */
export type MutationExchangeBookingArgs = {
  input: ExchangeBookingInput;
};


/** What can be done. */
export type MutationExtendHoldArgs = {
  input: ExtendHoldInput;
};


/** What can be done. */
export type MutationHoldSeatsArgs = {
  input: HoldSeatsInput;
};


/** What can be done. */
export type MutationJoinWaitingRoomArgs = {
  input: JoinWaitingRoomInput;
};


/** What can be done. */
export type MutationOpenWaitingRoomArgs = {
  input: OpenWaitingRoomInput;
};


/** What can be done. */
export type MutationPaceWaitingRoomArgs = {
  input: PaceWaitingRoomInput;
};


/** What can be done. */
export type MutationRefreshSessionArgs = {
  input: RefreshSessionInput;
};


/** What can be done. */
export type MutationRegisterOperationsArgs = {
  input: RegisterOperationsInput;
};


/** What can be done. */
export type MutationReleaseAllocationArgs = {
  input: ReleaseAllocationInput;
};


/** What can be done. */
export type MutationReleaseSeatsArgs = {
  input: ReleaseSeatsInput;
};


/** What can be done. */
export type MutationRemoveOperationsArgs = {
  input: RemoveOperationsInput;
};


/** What can be done. */
export type MutationReplayWebhookEventsArgs = {
  input: ReplayWebhookEventsInput;
};


/** What can be done. */
export type MutationRequestPasswordResetArgs = {
  input: RequestPasswordResetInput;
};


/** What can be done. */
export type MutationResetPasswordArgs = {
  input: ResetPasswordInput;
};


/** What can be done. */
export type MutationRevokePartnerKeyArgs = {
  input: RevokePartnerKeyInput;
};


/** What can be done. */
export type MutationRotatePartnerKeyArgs = {
  input: RotatePartnerKeyInput;
};


/** What can be done. */
export type MutationRotateWebhookSecretArgs = {
  input: RotateWebhookSecretInput;
};


/** What can be done. */
export type MutationSignInArgs = {
  input: SignInInput;
};


/** What can be done. */
export type MutationSignUpArgs = {
  input: SignUpInput;
};


/** What can be done. */
export type MutationSwapSeatsArgs = {
  input: SwapSeatsInput;
};


/** What can be done. */
export type MutationTransferBookingArgs = {
  input: TransferBookingInput;
};


/** What can be done. */
export type MutationUpdatePartnerArgs = {
  input: UpdatePartnerInput;
};


/** What can be done. */
export type MutationUpdateWebhookEndpointArgs = {
  input: UpdateWebhookEndpointInput;
};


/** What can be done. */
export type MutationVerifyEmailArgs = {
  input: VerifyEmailInput;
};


/** What can be done. */
export type MutationWithdrawTransferArgs = {
  input: WithdrawTransferInput;
};

/** Returned when the viewer has no email address, as a guest has none. */
export type NoEmailAddressError = UserError & {
  __typename?: 'NoEmailAddressError';
  /** That there is no address. */
  message: Scalars['String']['output'];
};

/** Returned when the access token belongs to no session here, as an outside issuer has given it. Sign out there, or everywhere. */
export type NoSessionError = UserError & {
  __typename?: 'NoSessionError';
  /** That there is no session to end. */
  message: Scalars['String']['output'];
};

/** An object that `node` finds again by its id. */
export type Node = {
  /** The global id: opaque, and unique among all objects of this API. */
  id: Scalars['ID']['output'];
};

/** Returned when fewer seats of the show are free than are asked for. None is allocated. */
export type NotEnoughSeatsError = UserError & {
  __typename?: 'NotEnoughSeatsError';
  /** How many seats are free. */
  available: Scalars['Int']['output'];
  /** How many are free. */
  message: Scalars['String']['output'];
};

/** Returned when what an input refers to does not exist, or belongs to somebody else. */
export type NotFoundError = UserError & {
  __typename?: 'NotFoundError';
  /** What was not found. */
  message: Scalars['String']['output'];
};

/** Which show to put behind a waiting room. */
export type OpenWaitingRoomInput = {
  /** How many are let in a second, 0 to 10000; 0 for nobody until the pace is changed. */
  admittedPerSecond: Scalars['Int']['input'];
  /** How those are ordered who come before the sale opens: in the order of arrival when left out. */
  mode?: InputMaybe<WaitingRoomMode>;
  /** When the sale opens, before the show starts. At once when left out; a lottery needs a time that lies ahead. */
  opensAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The global id of the show. */
  showId: Scalars['ID']['input'];
};

/** How openWaitingRoom ends. */
export type OpenWaitingRoomResult = NotFoundError | OpenWaitingRoomSuccess | ShowClosedError | WaitingRoomExistsError;

/** Returned when the show is behind a waiting room. */
export type OpenWaitingRoomSuccess = {
  __typename?: 'OpenWaitingRoomSuccess';
  /** The waiting room. */
  waitingRoom: WaitingRoom;
};

/** Returned when ids of a manifest stand for other texts already: an id is removed before it gets another one. Nothing was registered. */
export type OperationIdTakenError = UserError & {
  __typename?: 'OperationIdTakenError';
  /** How many ids are taken. */
  message: Scalars['String']['output'];
  /** The ids that are taken. */
  operationIds: Array<Scalars['String']['output']>;
};

/** Returned when a partner would have more operations than it may have. Nothing was registered. */
export type OperationLimitError = UserError & {
  __typename?: 'OperationLimitError';
  /** How many it may have. */
  limit: Scalars['Int']['output'];
  /** How many it would have. */
  message: Scalars['String']['output'];
};

/** Which waiting room to change. */
export type PaceWaitingRoomInput = {
  /** How many are let in a second, 0 to 10000; 0 for nobody until it is changed again. */
  admittedPerSecond: Scalars['Int']['input'];
  /** The global id of the show. */
  showId: Scalars['ID']['input'];
};

/** How paceWaitingRoom ends. */
export type PaceWaitingRoomResult = NotFoundError | PaceWaitingRoomSuccess;

/** Returned when the waiting room has the new pace. */
export type PaceWaitingRoomSuccess = {
  __typename?: 'PaceWaitingRoomSuccess';
  /** The waiting room. */
  waitingRoom: WaitingRoom;
};

/** Where a page stands in its connection. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The cursor of the last edge of this page: give it as `after` for the next page. Null on an empty page. */
  endCursor: Maybe<Scalars['String']['output']>;
  /** Whether there is more after this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is something before this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first edge of this page, null on an empty page. */
  startCursor: Maybe<Scalars['String']['output']>;
};

/**
 * Returned when this payment is reserved, and other payments have to cover the rest before the hold ends: then the booking is confirmed,
 * else all of them are given back.
 */
export type PartialPaymentSuccess = {
  __typename?: 'PartialPaymentSuccess';
  /** The booking, still PENDING. */
  booking: Booking;
  /** What is still open. */
  open: Money;
};

/** Another company that uses the API, by keys, with operations that were registered before. */
export type Partner = Node & {
  __typename?: 'Partner';
  /** What its requests may cost in a minute, all together. */
  costPerMinute: Scalars['Int']['output'];
  /** Since when it is a partner. */
  createdAt: Scalars['DateTime']['output'];
  /** Since when its keys are refused, null when they are not. */
  disabledAt: Maybe<Scalars['DateTime']['output']>;
  /** The global id. */
  id: Scalars['ID']['output'];
  /** Its keys, the oldest first: those that have ended as well. */
  keys: PartnerKeyConnection;
  /** The name, which no other partner has. */
  name: Scalars['String']['output'];
  /** The operations that it may send, by their ids. */
  operations: PartnerOperationConnection;
  /** How many requests it may send in a minute. */
  requestsPerMinute: Scalars['Int']['output'];
  /** Where it is told of events, the oldest first: at most 20 endpoints. */
  webhookEndpoints: Array<WebhookEndpoint>;
};


/** Another company that uses the API, by keys, with operations that were registered before. */
export type PartnerKeysArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Another company that uses the API, by keys, with operations that were registered before. */
export type PartnerOperationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of partners. */
export type PartnerConnection = {
  __typename?: 'PartnerConnection';
  /** The partners with their cursors. */
  edges: Array<PartnerEdge>;
  /** The partners alone. */
  nodes: Array<Partner>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** A partner in a page. */
export type PartnerEdge = {
  __typename?: 'PartnerEdge';
  /** The place of this partner in the connection. */
  cursor: Scalars['String']['output'];
  /** The partner. */
  node: Partner;
};

/** What a partner shows to be known by, as `Authorization: Bearer <key>` or as `x-api-key`. The key itself is told once and kept nowhere. */
export type PartnerKey = Node & {
  __typename?: 'PartnerKey';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** When it ends or has ended by itself, null when it does not. */
  expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** The global id. */
  id: Scalars['ID']['output'];
  /** Whether it is good at this moment, as far as it is for the key. */
  isActive: Scalars['Boolean']['output'];
  /** When it was last used, to a minute: an open socket uses its key. Null when it never was. */
  lastUsedAt: Maybe<Scalars['DateTime']['output']>;
  /** What the key begins with, to tell it from others. It is no secret. */
  prefix: Scalars['String']['output'];
  /** When it was revoked, null when it was not. */
  revokedAt: Maybe<Scalars['DateTime']['output']>;
  /** What it may do. */
  scopes: Array<PartnerScope>;
};

/** A page of keys. */
export type PartnerKeyConnection = {
  __typename?: 'PartnerKeyConnection';
  /** The keys with their cursors. */
  edges: Array<PartnerKeyEdge>;
  /** The keys alone. */
  nodes: Array<PartnerKey>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** A key in a page. */
export type PartnerKeyEdge = {
  __typename?: 'PartnerKeyEdge';
  /** The place of this key in the connection. */
  cursor: Scalars['String']['output'];
  /** The key. */
  node: PartnerKey;
};

/** Returned when a key was revoked, has ended or was rotated before, so that it gets no successor. Make a new one. */
export type PartnerKeyEndedError = UserError & {
  __typename?: 'PartnerKeyEndedError';
  /** The key. */
  key: PartnerKey;
  /** Why it gets none. */
  message: Scalars['String']['output'];
};

/** Returned when a partner has as many keys that are good as it may have. Revoke one that is not used. */
export type PartnerKeyLimitError = UserError & {
  __typename?: 'PartnerKeyLimitError';
  /** How many it may have. */
  limit: Scalars['Int']['output'];
  /** How many it has. */
  message: Scalars['String']['output'];
};

/** Returned when another partner has that name. */
export type PartnerNameTakenError = UserError & {
  __typename?: 'PartnerNameTakenError';
  /** Which name is taken. */
  message: Scalars['String']['output'];
};

/** An operation that a partner may send. */
export type PartnerOperation = Node & {
  __typename?: 'PartnerOperation';
  /** The global id. */
  id: Scalars['ID']['output'];
  /** Its name, null when it has none. */
  name: Maybe<Scalars['String']['output']>;
  /** What a request names it by: the id in the manifest that it came with. */
  operationId: Scalars['String']['output'];
  /** When it was registered. */
  registeredAt: Scalars['DateTime']['output'];
  /** The operation itself with its fragments. */
  text: Scalars['String']['output'];
  /** What kind of operation it is. */
  type: PartnerOperationType;
};

/** A page of operations. */
export type PartnerOperationConnection = {
  __typename?: 'PartnerOperationConnection';
  /** The operations with their cursors. */
  edges: Array<PartnerOperationEdge>;
  /** The operations alone. */
  nodes: Array<PartnerOperation>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** An operation in a page. */
export type PartnerOperationEdge = {
  __typename?: 'PartnerOperationEdge';
  /** The place of this operation in the connection. */
  cursor: Scalars['String']['output'];
  /** The operation. */
  node: PartnerOperation;
};

/** What kind of operation it is. */
export type PartnerOperationType =
  /** It writes. */
  | 'MUTATION'
  /** It reads. */
  | 'QUERY'
  /** It watches. */
  | 'SUBSCRIPTION';

/** What a key may do. */
export type PartnerScope =
  /** Queries and subscriptions. */
  | 'READ'
  /** Mutations. */
  | 'WRITE';

/** Money for a booking. */
export type Payment = Node & {
  __typename?: 'Payment';
  /** Where its buyer has to go on while it is ACTION_REQUIRED, else null. */
  actionUrl: Maybe<Scalars['String']['output']>;
  /** How much was paid. */
  amount: Money;
  /** The global id. */
  id: Scalars['ID']['output'];
  /** How it was paid. */
  method: PaymentMethod;
  /** How much of it has gone back or is on the way back, null if nothing. */
  refunded: Maybe<Money>;
  /** What goes back of it, piece by piece. */
  refunds: Array<Refund>;
  /** Where it stands now. */
  status: PaymentStatus;
};

/**
 * Returned when the buyer has to do something first, as at the bank's page. Send the same request again after that, with the same key, for its
 * outcome. Once the provider tells, a hold is confirmed, and an exchange carried out, without that.
 */
export type PaymentActionRequired = {
  __typename?: 'PaymentActionRequired';
  /** The booking, as it is until then. */
  booking: Booking;
  /** The payment that waits. */
  payment: Payment;
  /** Where the buyer goes on. Null where there is nothing to do but to wait. */
  url: Maybe<Scalars['String']['output']>;
};

/** Returned when a booking was tried to be paid as often as is allowed, attempts under way counted. The hold is kept until it ends. */
export type PaymentAttemptsExceededError = UserError & {
  __typename?: 'PaymentAttemptsExceededError';
  /** How many attempts a booking has. */
  limit: Scalars['Int']['output'];
  /** How many attempts there are. */
  message: Scalars['String']['output'];
};

/**
 * Returned when the provider reserved the money and then refused to collect it. Nothing is charged, and the booking is cancelled. An exchange is
 * undone: the booking has its earlier seats again. Only where others have them by then, or they are of another show that has begun, it is
 * cancelled, and all that was paid goes back.
 */
export type PaymentCaptureError = UserError & {
  __typename?: 'PaymentCaptureError';
  /** The booking, now CANCELLED, or CONFIRMED with the seats it had before an exchange. */
  booking: Booking;
  /** What was undone. */
  message: Scalars['String']['output'];
};

/** Why a provider refuses a payment. */
export type PaymentDeclineReason =
  /** The buyer did not prove to be the owner of the card or account. */
  | 'AUTHENTICATION_FAILED'
  /** The bank gave no reason. */
  | 'GENERIC_DECLINE'
  /** There is not enough money. */
  | 'INSUFFICIENT_FUNDS'
  /** The provider does not know the token. */
  | 'INVALID_PAYMENT_METHOD';

/** Returned when the provider refuses the payment. The hold is kept: try another way to pay. */
export type PaymentDeclinedError = UserError & {
  __typename?: 'PaymentDeclinedError';
  /** How many more attempts there are for this booking. */
  attemptsLeft: Scalars['Int']['output'];
  /** Why the payment was refused, fit to be shown to a person. */
  message: Scalars['String']['output'];
  /** Why the payment was refused. */
  reason: PaymentDeclineReason;
};

/**
 * Returned when a payment was begun under this key and given up, as nobody went on with it for a minute. Nothing is charged, and the
 * hold is kept for as long as it lasts: pay again with a new key.
 */
export type PaymentGivenUpError = UserError & {
  __typename?: 'PaymentGivenUpError';
  /** That the payment was given up. */
  message: Scalars['String']['output'];
};

/** How a booking is paid. */
export type PaymentInput = {
  /**
   * How much of what is open this payment pays, in the currency of the booking: for several who share a booking. All that is open when left
   * out. The booking is confirmed when its payments cover it; they are given back if they do not in time.
   * The tenth has to cover all that is open. An exchange is paid by one payment: it is refused where it costs another amount.
   */
  amount?: InputMaybe<Scalars['Decimal']['input']>;
  /** The way to pay. */
  method: PaymentMethod;
  /** The payment provider's token for the card or account, such as `pm_card_visa`. Never a card number: one is refused. */
  token: Scalars['String']['input'];
};

/** A way to pay. */
export type PaymentMethod =
  /** A credit or debit card. */
  | 'CARD'
  /** Cash, at the theater's desk. */
  | 'CASH'
  /** The online banking of the buyer's bank. */
  | 'NET_BANKING'
  /** India's Unified Payments Interface. */
  | 'UPI'
  /** A wallet, such as one on a phone. */
  | 'WALLET';

/** Returned when the new seats cost more and the input has no payment, or do so since a moment ago. Nothing was changed. */
export type PaymentRequiredError = UserError & {
  __typename?: 'PaymentRequiredError';
  /** How much is to be paid. */
  amount: Money;
  /** How much is to be paid. */
  message: Scalars['String']['output'];
};

/** Where a payment stands. */
export type PaymentStatus =
  /** The buyer has to do something at actionUrl first. */
  | 'ACTION_REQUIRED'
  /** The money is reserved: it is collected with the confirmation, or let go. */
  | 'AUTHORIZED'
  /** The money is collected. */
  | 'CAPTURED'
  /** The provider has refused it. */
  | 'DECLINED'
  /** Some of it goes back to the buyer. */
  | 'PARTIALLY_REFUNDED'
  /** The provider has not answered yet. */
  | 'PROCESSING'
  /** All of it goes back to the buyer. */
  | 'REFUNDED'
  /** It was given up: the buyer is not charged. */
  | 'VOIDED';

/** Returned when the payment provider cannot be reached. The hold is kept: send the same request again, with the same key. */
export type PaymentUnavailableError = UserError & {
  __typename?: 'PaymentUnavailableError';
  /** That the provider cannot be reached. */
  message: Scalars['String']['output'];
  /** After how many seconds to send it again. */
  retryAfterSeconds: Scalars['Int']['output'];
};

/** From the cheapest to the dearest seat. */
export type PriceRange = {
  __typename?: 'PriceRange';
  /** The price of the dearest seat. */
  max: Money;
  /** The price of the cheapest seat. */
  min: Money;
};

/** What can be asked. */
export type Query = {
  __typename?: 'Query';
  /** The viewer's booking with this id, null if there is none. */
  booking: Maybe<Booking>;
  /** What cancelling a booking of the viewer, or some of its seats, would come to now. */
  cancellationQuote: CancellationQuoteResult;
  /** The movie with this id, null if there is none. */
  movie: Maybe<Movie>;
  /** Movies by title. */
  movies: MovieConnection;
  /** The object with this global id, null if there is none that the viewer may see. */
  node: Maybe<Node>;
  /** The objects with these global ids in the order given, null for each that does not exist for the viewer. At most 100. */
  nodes: Array<Maybe<Node>>;
  /** The partner with this id, null if there is none. For administrators: anybody else gets the error FORBIDDEN. */
  partner: Maybe<Partner>;
  /** Partners by name. For administrators: anybody else gets the error FORBIDDEN. */
  partners: PartnerConnection;
  /**
   * All that has happened to a seat at a show, the first event first; null if there is no such show. For the staff of its
   * theater, and admins: FORBIDDEN for others.
   */
  seatHistory: Maybe<SeatEventConnection>;
  /**
   * What of a show's seat map stays while its seats are sold: where they are and what they cost; null if there is no such show. With
   * `seatCodes`, which has the seats in the same order, it makes a map that costs little to redraw. Ask for it by GET, and the answer may be
   * kept for a day.
   */
  seatLayout: Maybe<SeatLayout>;
  /** All seats of a show as they stand now, or as they stood at a moment; null if there is no such show. */
  seatMap: Maybe<SeatMap>;
  /** The show with this id, null if there is none. */
  show: Maybe<Show>;
  /** Shows by start time: upcoming ones when nothing else is asked. */
  shows: ShowConnection;
  /** The theater with this id, null if there is none. */
  theater: Maybe<Theater>;
  /** Theaters by name. */
  theaters: TheaterConnection;
  /** The account on whose behalf the request runs, null when not signed in. */
  viewer: Maybe<Account>;
  /** The partner with whose key the request comes. For partners: anybody else gets the error FORBIDDEN. */
  viewerPartner: Maybe<Partner>;
  /** The waiting room that a show is behind, for who comes back too: `place` is the viewer's. Null where the show is behind none. */
  waitingRoom: Maybe<WaitingRoom>;
};


/** What can be asked. */
export type QueryBookingArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryCancellationQuoteArgs = {
  bookingId: Scalars['ID']['input'];
  seatIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};


/** What can be asked. */
export type QueryMovieArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryMoviesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MovieFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


/** What can be asked. */
export type QueryPartnerArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryPartnersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked. */
export type QuerySeatHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  seatId: Scalars['ID']['input'];
};


/** What can be asked. */
export type QuerySeatLayoutArgs = {
  showId: Scalars['ID']['input'];
  version?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QuerySeatMapArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
  showId: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryShowArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryShowsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ShowFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked. */
export type QueryTheaterArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryTheatersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TheaterFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked. */
export type QueryWaitingRoomArgs = {
  showId: Scalars['ID']['input'];
};

/**
 * Returned when this was done too often: by the account, or from its address. Nothing was done, and the answer is not kept: send the same
 * request again later, with the same key where it has one.
 */
export type RateLimitedError = UserError & {
  __typename?: 'RateLimitedError';
  /** What was done too often. */
  message: Scalars['String']['output'];
  /** How long to wait before it is sent again. */
  retryAfterSeconds: Scalars['Int']['output'];
};

/** The session to refresh. */
export type RefreshSessionInput = {
  /** The last refresh token of the session. */
  refreshToken: Scalars['String']['input'];
};

/** How refreshSession ends. */
export type RefreshSessionResult = InvalidRefreshTokenError | RefreshSessionSuccess | RefreshTokenReusedError;

/** Returned when the session goes on. */
export type RefreshSessionSuccess = {
  __typename?: 'RefreshSessionSuccess';
  /** The token for `Authorization: Bearer` and for `connectionParams.authorization`. */
  accessToken: Scalars['String']['output'];
  /** When the access token ends. A WebSocket that was opened by it is closed with 4403 then. */
  expiresAt: Scalars['DateTime']['output'];
  /** The token that `refreshSession` takes, once, in the place of the one that was sent. */
  refreshToken: Scalars['String']['output'];
};

/**
 * Returned when the refresh token was used before: it, or the one that came for it, may have been stolen. The session is ended
 * for everybody who has tokens of it. Sign in again.
 */
export type RefreshTokenReusedError = UserError & {
  __typename?: 'RefreshTokenReusedError';
  /** What was seen, and that the session is ended. */
  message: Scalars['String']['output'];
};

/** Money of a payment that goes back. */
export type Refund = Node & {
  __typename?: 'Refund';
  /** How much goes back. */
  amount: Money;
  /** When it was decided. */
  createdAt: Scalars['DateTime']['output'];
  /** The global id. */
  id: Scalars['ID']['output'];
  /** Where it stands now. */
  status: RefundStatus;
};

/** Where a refund stands. */
export type RefundStatus =
  /** The provider refuses to pay it: people look after it. */
  | 'FAILED'
  /** It is on the way. */
  | 'PENDING'
  /** The provider has paid it. */
  | 'SUCCEEDED';

/** An operation that is not good for this schema. */
export type RefusedOperation = {
  __typename?: 'RefusedOperation';
  /** Its name, null when it has none or could not be read. */
  name: Maybe<Scalars['String']['output']>;
  /** Its id in the manifest. */
  operationId: Scalars['String']['output'];
  /** What is wrong with it, all of it. */
  problems: Array<Scalars['String']['output']>;
};

/** Operations that a partner wants to send. */
export type RegisterOperationsInput = {
  /**
   * The manifest as the partner's tool has written it: by Apollo's generate-persisted-query-manifest, by Relay's compiler, or as
   * persisted-documents.json by the client preset of GraphQL Code Generator. At most 2000 operations.
   */
  manifest: Scalars['String']['input'];
  /** The global id of a partner. */
  partnerId: Scalars['ID']['input'];
};

/** How registerOperations ends. */
export type RegisterOperationsResult = InvalidManifestError | InvalidOperationsError | NotFoundError | OperationIdTakenError | OperationLimitError | RegisterOperationsSuccess;

/** Returned when the partner may send all operations of the manifest. */
export type RegisterOperationsSuccess = {
  __typename?: 'RegisterOperationsSuccess';
  /** How many operations it could not send before. */
  addedCount: Scalars['Int']['output'];
  /** The partner. */
  partner: Partner;
  /** How many it could send already. */
  unchangedCount: Scalars['Int']['output'];
};

/** Which allocation ends. */
export type ReleaseAllocationInput = {
  /** The global id of the allocation. */
  allocationId: Scalars['ID']['input'];
};

/** How releaseAllocation ends. */
export type ReleaseAllocationResult = NotFoundError | ReleaseAllocationSuccess;

/** Returned when the allocation has ended, also when it had before. */
export type ReleaseAllocationSuccess = {
  __typename?: 'ReleaseAllocationSuccess';
  /** The allocation as it is now. */
  allocation: SeatAllocation;
};

/** Which seats to give back. */
export type ReleaseSeatsInput = {
  /** The global id of the booking. */
  bookingId: Scalars['ID']['input'];
  /** A key of the client's making, 1 to 255 characters: the same key gives the same answer, however often it is sent. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The global ids of the seats. All of the booking when left out: then it is RELEASED. */
  seatIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** How releaseSeats ends. */
export type ReleaseSeatsResult = BookingStateError | IdempotencyMismatchError | NotFoundError | ReleaseSeatsSuccess | RequestInProgressError;

/** Returned when the seats are given back. */
export type ReleaseSeatsSuccess = {
  __typename?: 'ReleaseSeatsSuccess';
  /** The booking: RELEASED, or with the seats that are left. */
  booking: Booking;
};

/** Operations that a partner shall not send any more. */
export type RemoveOperationsInput = {
  /** The ids of the operations as its manifests have them, at most 100. */
  operationIds: Array<Scalars['String']['input']>;
  /** The global id of a partner. */
  partnerId: Scalars['ID']['input'];
};

/** How removeOperations ends. */
export type RemoveOperationsResult = NotFoundError | RemoveOperationsSuccess;

/** Returned when the partner may send none of these operations any more. */
export type RemoveOperationsSuccess = {
  __typename?: 'RemoveOperationsSuccess';
  /** The partner. */
  partner: Partner;
  /** How many of them it could send before. */
  removedCount: Scalars['Int']['output'];
};

/** Which events are sent again, and where. For one event give its `occurredAt` for both times. */
export type ReplayWebhookEventsInput = {
  /** The global id of an endpoint. */
  endpointId: Scalars['ID']['input'];
  /** The time of the first event. */
  from: Scalars['DateTime']['input'];
  /** The time of the last event; now when left out. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** How replayWebhookEvents ends. */
export type ReplayWebhookEventsResult = NotFoundError | ReplayWebhookEventsSuccess | WebhookEndpointDisabledError | WebhookReplayLimitError;

/** Returned when events are on their way to an endpoint once more. */
export type ReplayWebhookEventsSuccess = {
  __typename?: 'ReplayWebhookEventsSuccess';
  /** The endpoint. */
  endpoint: WebhookEndpoint;
  /** How many events they are. */
  replayedCount: Scalars['Int']['output'];
};

/** How requestEmailVerification ends. */
export type RequestEmailVerificationResult = EmailAlreadyVerifiedError | NoEmailAddressError | RequestEmailVerificationSuccess;

/** Returned when a mail is on its way. */
export type RequestEmailVerificationSuccess = {
  __typename?: 'RequestEmailVerificationSuccess';
  /** Where it goes to. */
  email: Scalars['String']['output'];
};

/**
 * Returned when the same request, by its idempotency key, is worked on at this moment, or other payments for the same booking are. Send it
 * again for its answer.
 */
export type RequestInProgressError = UserError & {
  __typename?: 'RequestInProgressError';
  /** What is worked on. */
  message: Scalars['String']['output'];
  /** How long to wait before it is sent again. */
  retryAfterSeconds: Scalars['Int']['output'];
};

/** Who has forgotten a password. */
export type RequestPasswordResetInput = {
  /** The email address of the account. */
  email: Scalars['String']['input'];
};

/** How requestPasswordReset ends. */
export type RequestPasswordResetResult = InvalidEmailAddressError | RequestPasswordResetSuccess;

/** Returned when a mail goes out, if the address has an account: whether it has one is not told. */
export type RequestPasswordResetSuccess = {
  __typename?: 'RequestPasswordResetSuccess';
  /** Where a mail goes to, if there is an account. */
  email: Scalars['String']['output'];
};

/** A new password, and what allows to set it. */
export type ResetPasswordInput = {
  /** The new password, 8 to 128 characters. */
  password: Scalars['String']['input'];
  /** The code of the mail. */
  token: Scalars['String']['input'];
};

/** How resetPassword ends. */
export type ResetPasswordResult = InvalidEmailTokenError | InvalidPasswordError | ResetPasswordSuccess;

/** Returned when the new password signs in. */
export type ResetPasswordSuccess = {
  __typename?: 'ResetPasswordSuccess';
  /** The address to sign in by. */
  email: Scalars['String']['output'];
};

/** Which key ends. */
export type RevokePartnerKeyInput = {
  /** The global id of a key. */
  keyId: Scalars['ID']['input'];
};

/** How revokePartnerKey ends. */
export type RevokePartnerKeyResult = NotFoundError | RevokePartnerKeySuccess;

/** Returned when the key is revoked, also when it was before. */
export type RevokePartnerKeySuccess = {
  __typename?: 'RevokePartnerKeySuccess';
  /** The key, with the time at which it was revoked. */
  key: PartnerKey;
};

/** What somebody may do. */
export type Role =
  /** Does at each theater what its staff does. */
  | 'ADMIN'
  /** Buys tickets: every account, that of a guest as well. */
  | 'CUSTOMER'
  /** Sells tickets through this API: who comes with the key of a partner, for as long as it does. */
  | 'PARTNER'
  /** Works at a theater: checks tickets in there, and sees what has happened to its seats. */
  | 'STAFF';

/** Which key gets a successor. */
export type RotatePartnerKeyInput = {
  /** When the new key ends by itself; never when left out. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The global id of a key that is good. */
  keyId: Scalars['ID']['input'];
  /** For how long both keys are good, from 0 to 2592000, which is 30 days. */
  overlapSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/** How rotatePartnerKey ends. */
export type RotatePartnerKeyResult = InvalidPartnerKeyError | NotFoundError | PartnerKeyEndedError | PartnerKeyLimitError | RotatePartnerKeySuccess;

/** Returned when a key has a successor. */
export type RotatePartnerKeySuccess = {
  __typename?: 'RotatePartnerKeySuccess';
  /** What is known of the new key. */
  key: PartnerKey;
  /** The key that it replaces, with the time at which that one ends. */
  replacedKey: PartnerKey;
  /** The whole new key. It cannot be had again: keep it. */
  secret: Scalars['String']['output'];
};

/** Which endpoint gets a new secret. */
export type RotateWebhookSecretInput = {
  /** The global id of an endpoint. */
  endpointId: Scalars['ID']['input'];
};

/** How rotateWebhookSecret ends. */
export type RotateWebhookSecretResult = NotFoundError | RotateWebhookSecretSuccess;

/** Returned when an endpoint has a new secret. */
export type RotateWebhookSecretSuccess = {
  __typename?: 'RotateWebhookSecretSuccess';
  /** The endpoint, with the time until which the secret before signs as well. */
  endpoint: WebhookEndpoint;
  /** What signs all that is sent from now on, `whsec_` and base64. It cannot be had again: keep it. */
  secret: Scalars['String']['output'];
};

/** A room of a theater with its seats. */
export type Screen = Node & {
  __typename?: 'Screen';
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The name within the theater. */
  name: Scalars['String']['output'];
  /** How many seats it has. */
  seatCount: Scalars['Int']['output'];
  /** The theater it is in. */
  theater: Theater;
};

/** Seats of a show that a partner alone can hold, until a time. For everybody else they are HELD; after it they are on sale again by themselves. */
export type SeatAllocation = Node & {
  __typename?: 'SeatAllocation';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** When it has ended: it was released, or its time was over. Null while it lasts. */
  endedAt: Maybe<Scalars['DateTime']['output']>;
  /** Those of its seats that the partner can hold now. None once it has ended. */
  freeSeats: Array<ShowSeat>;
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The name of the partner. */
  partnerName: Scalars['String']['output'];
  /** All of its seats, also those that were held or bought since. */
  seats: Array<ShowSeat>;
  /** The show. */
  show: Show;
  /** Until when it lasts, unless it is released before. */
  until: Scalars['DateTime']['output'];
};

/** A page of allocations. */
export type SeatAllocationConnection = {
  __typename?: 'SeatAllocationConnection';
  /** The allocations with their cursors. */
  edges: Array<SeatAllocationEdge>;
  /** The allocations alone. */
  nodes: Array<SeatAllocation>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** An allocation in a page. */
export type SeatAllocationEdge = {
  __typename?: 'SeatAllocationEdge';
  /** The place of this allocation in the connection. */
  cursor: Scalars['String']['output'];
  /** The allocation. */
  node: SeatAllocation;
};

/** A character of seatCodes. */
export type SeatCode = {
  __typename?: 'SeatCode';
  /** The character. */
  code: Scalars['String']['output'];
  /** The status it stands for. */
  status: SeatStatus;
};

/** A change of a seat at a show, from the log that every change leaves a row in. */
export type SeatEvent = Node & {
  __typename?: 'SeatEvent';
  /** Who did it: the global id of an account, `system` for the server itself, or who was signed in at the database. */
  actor: Scalars['String']['output'];
  /** The status from then on, null for a seat that was removed. */
  after: Maybe<SeatStatus>;
  /** When it was written, to the millisecond: seatMap of this moment shows it. */
  at: Scalars['DateTime']['output'];
  /** The status before, null for a seat that begins with this event. */
  before: Maybe<SeatStatus>;
  /** The global id of the booking that had it from then on, else of the one that had it before. */
  bookingId: Maybe<Scalars['ID']['output']>;
  /** By what: the name of an operation, such as `holdSeats` or `expireHolds`, or `sql` for a change by hand. */
  cause: Scalars['String']['output'];
  /** Until when it was held from then on, null unless it was. */
  heldUntil: Maybe<Scalars['DateTime']['output']>;
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The version that the seat has had from then on. */
  version: Scalars['Int']['output'];
};

/** A page of events of a seat. */
export type SeatEventConnection = {
  __typename?: 'SeatEventConnection';
  /** The events with their cursors. */
  edges: Array<SeatEventEdge>;
  /** The events alone. */
  nodes: Array<SeatEvent>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
};

/** An event of a seat and its place in the list. */
export type SeatEventEdge = {
  __typename?: 'SeatEventEdge';
  /** Give it as `after` to begin behind this event. */
  cursor: Scalars['String']['output'];
  /** The event. */
  node: SeatEvent;
};

/** Where the seats of a show are and what they cost. */
export type SeatLayout = {
  __typename?: 'SeatLayout';
  /** The rows from the screen backwards. */
  rows: Array<SeatLayoutRow>;
  /** Changes when anything else of it does. */
  version: Scalars['String']['output'];
};

/** A row of places. */
export type SeatLayoutRow = {
  __typename?: 'SeatLayoutRow';
  /** The letters of the row. */
  label: Scalars['String']['output'];
  /** Its places from left to right, seen facing the screen. */
  seats: Array<SeatPlace>;
};

/** Returned when more seats are asked for than one booking may have. */
export type SeatLimitExceededError = UserError & {
  __typename?: 'SeatLimitExceededError';
  /** The most seats that one booking may have. */
  limit: Scalars['Int']['output'];
  /** How many seats a booking may have. */
  message: Scalars['String']['output'];
};

/** The seats of a show and their states, read at one moment. */
export type SeatMap = {
  __typename?: 'SeatMap';
  /** The moment of this map: give it as `after` to seatMapChanged to hear of everything since. */
  cursor: Scalars['String']['output'];
  /** The version of its seatLayout: another one means that seats have moved, come or gone, or cost something else. */
  layoutVersion: Scalars['String']['output'];
  /** What the characters of seatCodes mean. */
  legend: Array<SeatCode>;
  /** The rows from the screen backwards. */
  rows: Array<SeatRow>;
  /**
   * The status of each seat as one character, for maps that redraw often: the seats of the first row in their order, then those of the
   * second, and so on, exactly as `rows` lists them. `legend` says what a character means.
   */
  seatCodes: Scalars['String']['output'];
};

/** What has changed on a seat map. */
export type SeatMapChange = {
  __typename?: 'SeatMapChange';
  /** Give it as `after` when you come back, and nothing is missed. */
  cursor: Scalars['String']['output'];
  /** Whether this replaces what is known or adds to it. */
  kind: SeatMapChangeKind;
  /** The seats, in no particular order. */
  seats: Array<SeatState>;
};

/** How to read a change of a seat map. */
export type SeatMapChangeKind =
  /** Only seats that may have changed: adds to what is known. */
  | 'DELTA'
  /** All seats: replaces what is known. */
  | 'SNAPSHOT';

/** A seat at a show without its state. */
export type SeatPlace = {
  __typename?: 'SeatPlace';
  /** Whether there is room for a wheelchair. */
  isAccessible: Scalars['Boolean']['output'];
  /** Row and number, as printed on a ticket: `F12`. */
  label: Scalars['String']['output'];
  /** Its number within the row. */
  number: Scalars['Int']['output'];
  /** What it costs. */
  price: Money;
  /** The global id of the ShowSeat: holdSeats takes it. */
  seatId: Scalars['ID']['output'];
  /** What kind of seat it is. */
  type: SeatType;
  /** The column in the layout, from 0 at the left, aisles counted. */
  x: Scalars['Int']['output'];
  /** The line in the layout, from 0 at the screen, cross aisles counted. */
  y: Scalars['Int']['output'];
};

/** A row of seats. */
export type SeatRow = {
  __typename?: 'SeatRow';
  /** The letters of the row. */
  label: Scalars['String']['output'];
  /** Its seats from left to right, seen facing the screen. */
  seats: Array<ShowSeat>;
};

/** The state of a seat at some version. */
export type SeatState = {
  __typename?: 'SeatState';
  /** The global id of the ShowSeat. */
  seatId: Scalars['ID']['output'];
  /** Its status from this version on. */
  status: SeatStatus;
  /** The version: a higher one is newer. */
  version: Scalars['Int']['output'];
};

/** The state of a seat at a show. */
export type SeatStatus =
  /** It can be held. */
  | 'AVAILABLE'
  /** It is not for sale. */
  | 'BLOCKED'
  /** It is sold. */
  | 'BOOKED'
  /** Somebody holds it for some minutes. */
  | 'HELD';

/** A kind of seat. */
export type SeatType =
  /** A seat with a better view. */
  | 'PREMIUM'
  /** A seat to lie back in. */
  | 'RECLINER'
  /** The usual seat. */
  | 'REGULAR'
  /** The best seats of the house. */
  | 'VIP';

/** Returned when the hold ended while it was paid for, and somebody else has some of its seats by then. The money is given back. */
export type SeatsLostError = UserError & {
  __typename?: 'SeatsLostError';
  /** The booking, now EXPIRED. */
  booking: Booking;
  /** That the seats are lost and the money goes back. */
  message: Scalars['String']['output'];
};

/** Returned when at least one of the seats is not available. None of them is held. */
export type SeatsUnavailableError = UserError & {
  __typename?: 'SeatsUnavailableError';
  /** Which seats are not available. */
  message: Scalars['String']['output'];
  /** The seats that are not available, as they stood at that moment. */
  seats: Array<UnavailableSeat>;
};

/**
 * Returned when more wait than the server can take on. Nothing was done, and the answer is not kept: send the same request again, with
 * the same key where it has one.
 */
export type ServerBusyError = UserError & {
  __typename?: 'ServerBusyError';
  /** That the server is busy. */
  message: Scalars['String']['output'];
  /** How long to wait before it is sent again. */
  retryAfterSeconds: Scalars['Int']['output'];
};

/** One projection of a movie on a screen. */
export type Show = Node & {
  __typename?: 'Show';
  /** The allocations of its seats, the oldest first, those that have ended as well: all for the staff of its theater, a partner's own for the partner, none for others. */
  allocations: SeatAllocationConnection;
  /** How many of its seats are in which state. */
  availability: Availability;
  /** How much goes back when its seats are cancelled. */
  cancellationPolicy: CancellationPolicy;
  /** When it ends. */
  endsAt: Scalars['DateTime']['output'];
  /** How it is projected. */
  format: ShowFormat;
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The language spoken, as a BCP 47 tag such as `fr`. */
  language: Scalars['String']['output'];
  /** The movie. */
  movie: Movie;
  /** What its cheapest and its dearest seat cost. */
  priceRange: PriceRange;
  /** The screen. */
  screen: Screen;
  /** When it starts. */
  startsAt: Scalars['DateTime']['output'];
  /** Where it stands now. */
  status: ShowStatus;
};


/** One projection of a movie on a screen. */
export type ShowAllocationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Returned when the show has begun, is over or is cancelled. A hold of before its start can be paid for until its end. */
export type ShowClosedError = UserError & {
  __typename?: 'ShowClosedError';
  /** Why the show is closed. */
  message: Scalars['String']['output'];
  /** The show. */
  show: Show;
};

/** A page of shows. */
export type ShowConnection = {
  __typename?: 'ShowConnection';
  /** The shows with their cursors. */
  edges: Array<ShowEdge>;
  /** The shows alone. */
  nodes: Array<Show>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** A show in a page. */
export type ShowEdge = {
  __typename?: 'ShowEdge';
  /** The place of this show in the connection. */
  cursor: Scalars['String']['output'];
  /** The show. */
  node: Show;
};

/** Which shows to list. All conditions given have to hold. */
export type ShowFilter = {
  /** Shows in this city, by its name in upper or lower case. */
  city?: InputMaybe<Scalars['String']['input']>;
  /** Shows that start on this day at the theater; also lists what has started already or is cancelled. */
  day?: InputMaybe<Scalars['Date']['input']>;
  /** Shows in this format. */
  format?: InputMaybe<ShowFormat>;
  /** Shows in this language, such as `fr`. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** Shows of this movie, by its global id. */
  movieId?: InputMaybe<Scalars['ID']['input']>;
  /** Shows in this theater, by its global id. */
  theaterId?: InputMaybe<Scalars['ID']['input']>;
};

/** How a show is projected. */
export type ShowFormat =
  /** With Dolby Vision and Atmos. */
  | 'DOLBY'
  /** On an IMAX screen. */
  | 'IMAX'
  /** With 3D glasses. */
  | 'THREE_D'
  /** The usual projection. */
  | 'TWO_D';

/** A seat at a show: where it stands, what it costs, who may have it. */
export type ShowSeat = Node & {
  __typename?: 'ShowSeat';
  /** The global id, of this seat at this show: holdSeats takes it. */
  id: Scalars['ID']['output'];
  /** Whether there is room for a wheelchair. */
  isAccessible: Scalars['Boolean']['output'];
  /** Row and number, as printed on a ticket: `F12`. */
  label: Scalars['String']['output'];
  /** Its number within the row. */
  number: Scalars['Int']['output'];
  /** What it costs. */
  price: Money;
  /** The letters of its row. */
  row: Scalars['String']['output'];
  /** Whether it can be had. */
  status: SeatStatus;
  /** What kind of seat it is. */
  type: SeatType;
  /** How often the state of this seat has changed: a higher version is newer. */
  version: Scalars['Int']['output'];
  /** The column in the layout, from 0 at the left, aisles counted. */
  x: Scalars['Int']['output'];
  /** The line in the layout, from 0 at the screen, cross aisles counted. */
  y: Scalars['Int']['output'];
};

/** Where a show stands. */
export type ShowStatus =
  /** It will not take place. */
  | 'CANCELLED'
  /** It is over. */
  | 'ENDED'
  /** It lies ahead and its seats can be held. */
  | 'SCHEDULED'
  /** It has begun; its seats can be held no more. */
  | 'STARTED';

/** How signInAsGuest ends. */
export type SignInAsGuestResult = RateLimitedError | SignInAsGuestSuccess;

/** Returned when the guest is signed in. */
export type SignInAsGuestSuccess = {
  __typename?: 'SignInAsGuestSuccess';
  /** The token for `Authorization: Bearer` and for `connectionParams.authorization`. */
  accessToken: Scalars['String']['output'];
  /** When the access token ends. A WebSocket that was opened by it is closed with 4403 then. */
  expiresAt: Scalars['DateTime']['output'];
  /** The token that `refreshSession` takes, once. The guest is known by it alone: it cannot be had again. */
  refreshToken: Scalars['String']['output'];
  /** The new guest. */
  viewer: Account;
};

/** The account to sign in to. */
export type SignInInput = {
  /** What Cloudflare Turnstile gave for a solved challenge, where a CaptchaRequiredError has asked for it. */
  captchaToken?: InputMaybe<Scalars['String']['input']>;
  /** The email address given at sign-up. */
  email: Scalars['String']['input'];
  /** The password of the account. */
  password: Scalars['String']['input'];
};

/** How signIn ends. */
export type SignInResult = CaptchaRequiredError | InvalidCredentialsError | RateLimitedError | SignInSuccess;

/** Returned when the password fits the account. */
export type SignInSuccess = {
  __typename?: 'SignInSuccess';
  /** The token for `Authorization: Bearer` and for `connectionParams.authorization`. */
  accessToken: Scalars['String']['output'];
  /** When the access token ends. A WebSocket that was opened by it is closed with 4403 then. */
  expiresAt: Scalars['DateTime']['output'];
  /** The token that `refreshSession` takes, once. Nobody else may know it. */
  refreshToken: Scalars['String']['output'];
  /** The account that is signed in. */
  viewer: Account;
};

/** How signOutEverywhere ends. */
export type SignOutEverywhereResult = SignOutEverywhereSuccess;

/** Returned when the sessions are ended. */
export type SignOutEverywhereSuccess = {
  __typename?: 'SignOutEverywhereSuccess';
  /** How many sessions there were. Access tokens of an outside issuer have none, and are not counted: 0 does not say that none was ended. */
  endedSessions: Scalars['Int']['output'];
};

/** How signOut ends. */
export type SignOutResult = NoSessionError | SignOutSuccess;

/** Returned when the session is ended, or was already. */
export type SignOutSuccess = {
  __typename?: 'SignOutSuccess';
  /** The time. */
  endedAt: Scalars['DateTime']['output'];
};

/** Who opens an account. */
export type SignUpInput = {
  /** What Cloudflare Turnstile gave for a solved challenge, where a CaptchaRequiredError has asked for it. */
  captchaToken?: InputMaybe<Scalars['String']['input']>;
  /** The email address, which signs in later. Upper and lower case are the same. */
  email: Scalars['String']['input'];
  /** The name of the person, 1 to 100 characters. */
  name: Scalars['String']['input'];
  /** The password, 8 to 128 characters. */
  password: Scalars['String']['input'];
};

/** How signUp ends. */
export type SignUpResult = CaptchaRequiredError | EmailTakenError | InvalidSignUpError | RateLimitedError | SignUpSuccess;

/** Returned when the account is open and signed in. */
export type SignUpSuccess = {
  __typename?: 'SignUpSuccess';
  /** The token for `Authorization: Bearer` and for `connectionParams.authorization`. */
  accessToken: Scalars['String']['output'];
  /** When the access token ends. A WebSocket that was opened by it is closed with 4403 then. */
  expiresAt: Scalars['DateTime']['output'];
  /** The token that `refreshSession` takes, once. Nobody else may know it. */
  refreshToken: Scalars['String']['output'];
  /** The new account. */
  viewer: Account;
};

/** What can be watched. */
export type Subscription = {
  __typename?: 'Subscription';
  /**
   * The seats of a show as they change. Without `after` the first event is a SNAPSHOT of all seats; with the cursor of an earlier
   * event or seat map it is a DELTA of what has changed since. Each later event is a DELTA. A version that is not higher
   * than the one already known for a seat is old news: ignore it, and events may come in any order, or twice. Changes within some
   * milliseconds are one event, with the last state of each seat. A socket is closed with 1001 when its server stops, and with 1013
   * when its client reads too slowly: come back with the last cursor after both.
   */
  seatMapChanged: SeatMapChange;
  /**
   * Where the viewer stands in the waiting room of a show: at once, then as it moves on, the more often the nearer the turn is, and when the
   * pace changes. It ends after the first event that is not WAITING. Who leaves keeps the place.
   */
  waitingRoomChanged: WaitingPlace;
};


/** What can be watched. */
export type SubscriptionSeatMapChangedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  showId: Scalars['ID']['input'];
};


/** What can be watched. */
export type SubscriptionWaitingRoomChangedArgs = {
  showId: Scalars['ID']['input'];
};

/** Which seats to take for which. */
export type SwapSeatsInput = {
  /** The global id of the booking. */
  bookingId: Scalars['ID']['input'];
  /** A key of the client's making, 1 to 255 characters: the same key gives the same answer, however often it is sent. */
  idempotencyKey: Scalars['String']['input'];
  /** The global ids of the seats to give back. */
  releaseSeatIds: Array<Scalars['ID']['input']>;
  /** The global ids of the seats to take, of the same show. */
  takeSeatIds: Array<Scalars['ID']['input']>;
};

/** How swapSeats ends. */
export type SwapSeatsResult = AllocationExceededError | BookingStateError | HoldExpiredError | IdempotencyMismatchError | NotFoundError | RequestInProgressError | SeatLimitExceededError | SeatsUnavailableError | ShowClosedError | SwapSeatsSuccess;

/** Returned when the hold has the new seats. */
export type SwapSeatsSuccess = {
  __typename?: 'SwapSeatsSuccess';
  /** The hold with its new seats and total. It ends when it ended before. */
  booking: Booking;
};

/** A cinema. */
export type Theater = Node & {
  __typename?: 'Theater';
  /** Where it is, as on an envelope: street, postal code and place. */
  address: Scalars['String']['output'];
  /** The city it is in. */
  city: City;
  /** The global id. */
  id: Scalars['ID']['output'];
  /** Degrees north, null when not known. */
  latitude: Maybe<Scalars['Float']['output']>;
  /** Degrees east, null when not known. */
  longitude: Maybe<Scalars['Float']['output']>;
  /** The name. */
  name: Scalars['String']['output'];
  /** Its screens by name, at most 100. */
  screens: Array<Screen>;
  /** Its shows, upcoming ones by start time when nothing else is asked. */
  shows: ShowConnection;
};


/** A cinema. */
export type TheaterShowsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ShowFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of theaters. */
export type TheaterConnection = {
  __typename?: 'TheaterConnection';
  /** The theaters with their cursors. */
  edges: Array<TheaterEdge>;
  /** The theaters alone. */
  nodes: Array<Theater>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** A theater in a page. */
export type TheaterEdge = {
  __typename?: 'TheaterEdge';
  /** The place of this theater in the connection. */
  cursor: Scalars['String']['output'];
  /** The theater. */
  node: Theater;
};

/** Which theaters to list. All conditions given have to hold. */
export type TheaterFilter = {
  /** The city by its name, in upper or lower case. */
  city?: InputMaybe<Scalars['String']['input']>;
  /** Part of the name, in upper or lower case. */
  name?: InputMaybe<Scalars['String']['input']>;
};

/** What admits one person to one seat of a show. Its URLs cannot be guessed, and whoever knows them sees the ticket. */
export type Ticket = Node & {
  __typename?: 'Ticket';
  /** What its QR code says: a JWT, signed by EdDSA with the key of `/.well-known/jwks.json`, so that a scanner verifies it offline. Its claims are `jti` (the ticket), `show` (the id of the show), `seat` (its label), `start` and `exp` (when the show starts and ends). */
  code: Scalars['String']['output'];
  /** The global id. */
  id: Scalars['ID']['output'];
  /** When it was issued. */
  issuedAt: Scalars['DateTime']['output'];
  /** Where the ticket is, to print, as PDF. */
  pdfUrl: Scalars['String']['output'];
  /** Where its QR code is, as PNG. */
  qrPngUrl: Scalars['String']['output'];
  /** Where its QR code is, as SVG. */
  qrSvgUrl: Scalars['String']['output'];
  /** The seat. */
  seat: ShowSeat;
  /** The show. */
  show: Show;
  /** Where it stands. */
  status: TicketStatus;
  /** When it was used, null if it was not. */
  usedAt: Maybe<Scalars['DateTime']['output']>;
};

/** Returned when the ticket has admitted somebody before. A scanner that lost its answer gets this too, with its own gate and a time of just before. */
export type TicketAlreadyUsedError = UserError & {
  __typename?: 'TicketAlreadyUsedError';
  /** The gate at which it was used, null if the scanner did not say. */
  gate: Maybe<Scalars['String']['output']>;
  /** When and where it was used. */
  message: Scalars['String']['output'];
  /** The theater at which it was used. */
  theater: Theater;
  /** The ticket. */
  ticket: Ticket;
  /** When it was used. */
  usedAt: Scalars['DateTime']['output'];
};

/** Where a ticket stands. */
export type TicketStatus =
  /** It has admitted somebody. */
  | 'USED'
  /** It admits. */
  | 'VALID'
  /** It does not admit any more: its booking was cancelled, changed or given to somebody else. */
  | 'VOID';

/** Returned when the ticket is void: its booking was cancelled, changed or given to somebody else. */
export type TicketVoidError = UserError & {
  __typename?: 'TicketVoidError';
  /** That the ticket is void. */
  message: Scalars['String']['output'];
  /** Since when. */
  voidedAt: Scalars['DateTime']['output'];
};

/** Which booking to offer, and to whom. */
export type TransferBookingInput = {
  /** The global id of the booking. */
  bookingId: Scalars['ID']['input'];
  /** The email address of the person it is offered to, who gets the code there. */
  email: Scalars['String']['input'];
  /** A key of the client's making, 1 to 255 characters: the same key gives the same answer, however often it is sent. */
  idempotencyKey: Scalars['String']['input'];
};

/** How transferBooking ends. */
export type TransferBookingResult = BookingStateError | IdempotencyMismatchError | NotFoundError | RequestInProgressError | ShowClosedError | TransferBookingSuccess;

/** Returned when the booking is offered. An earlier offer of it that nobody has accepted ends. */
export type TransferBookingSuccess = {
  __typename?: 'TransferBookingSuccess';
  /** The booking, still the viewer's until it is accepted. */
  booking: Booking;
  /** The code that accepts it: whoever has it can take the booking over. */
  code: Scalars['String']['output'];
};

/**
 * Returned when the booking of an offer cannot change hands any more: it is cancelled or over, or somebody was let in with a ticket of it.
 * It is not shown, as it is not the viewer's.
 */
export type TransferClosedError = UserError & {
  __typename?: 'TransferClosedError';
  /** Why it cannot. */
  message: Scalars['String']['output'];
};

/** A seat that was asked for and is not available. */
export type UnavailableSeat = {
  __typename?: 'UnavailableSeat';
  /** The global id of the ShowSeat. */
  seatId: Scalars['ID']['output'];
  /** Its status at that moment. */
  status: SeatStatus;
};

/** Changes of a partner: what is left out stays as it is. */
export type UpdatePartnerInput = {
  /** What its requests may cost in a minute, all together, 1 to 1000000000. */
  costPerMinute?: InputMaybe<Scalars['Int']['input']>;
  /** Whether its keys are refused, all of them. */
  isDisabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** The new name, 1 to 100 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The global id of a partner. */
  partnerId: Scalars['ID']['input'];
  /** How many requests it may send in a minute, 1 to 1000000. */
  requestsPerMinute?: InputMaybe<Scalars['Int']['input']>;
};

/** How updatePartner ends. */
export type UpdatePartnerResult = InvalidPartnerError | NotFoundError | PartnerNameTakenError | UpdatePartnerSuccess;

/** Returned when the partner is as the input says. */
export type UpdatePartnerSuccess = {
  __typename?: 'UpdatePartnerSuccess';
  /** The partner as it is now. */
  partner: Partner;
};

/** Changes of an endpoint: what is left out stays as it is. */
export type UpdateWebhookEndpointInput = {
  /** The global id of an endpoint. */
  endpointId: Scalars['ID']['input'];
  /** Of what it is told, at least one type. */
  eventTypes?: InputMaybe<Array<WebhookEventType>>;
  /** Whether nothing is sent there. */
  isDisabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Where events are sent: an https:// URL of at most 2048 characters, whose host is on the internet. */
  url?: InputMaybe<Scalars['String']['input']>;
};

/** How updateWebhookEndpoint ends. */
export type UpdateWebhookEndpointResult = InvalidWebhookEndpointError | NotFoundError | UpdateWebhookEndpointSuccess;

/** Returned when the endpoint is as the input says. */
export type UpdateWebhookEndpointSuccess = {
  __typename?: 'UpdateWebhookEndpointSuccess';
  /** The endpoint as it is now. */
  endpoint: WebhookEndpoint;
};

/** An expected refusal of a mutation. Every error in a result union implements it, so a client can show a member it does not know. */
export type UserError = {
  /** What went wrong and what to do next, in English, fit to be shown to a person. */
  message: Scalars['String']['output'];
};

/** A code that was mailed. */
export type VerifyEmailInput = {
  /** The code of the mail. */
  token: Scalars['String']['input'];
};

/** How verifyEmail ends. */
export type VerifyEmailResult = InvalidEmailTokenError | VerifyEmailSuccess;

/** Returned when the address is confirmed. */
export type VerifyEmailSuccess = {
  __typename?: 'VerifyEmailSuccess';
  /** The address. */
  email: Scalars['String']['output'];
};

/** A place in a waiting room at one moment. */
export type WaitingPlace = {
  __typename?: 'WaitingPlace';
  /** What admits to holdSeats. Null unless it is ADMITTED. */
  admission: Maybe<Admission>;
  /** In how many seconds its turn comes, at the pace of now. Null unless it is WAITING, before the lottery is drawn, and while the room pauses. */
  estimatedSeconds: Maybe<Scalars['Int']['output']>;
  /** The number by which it takes part in the lottery. Null without one, and for a place that takes no part: one taken after the sale had opened, or behind all others. */
  lotteryNumber: Maybe<Scalars['Int']['output']>;
  /** How many are let in until it is its turn, itself included; of a place behind all others, if nobody else joins. Null unless it is WAITING, and before the lottery is drawn. */
  position: Maybe<Scalars['Int']['output']>;
  /** Where it stands. */
  status: WaitingStatus;
};

/** What a show is put behind: its seats can be held by those alone whom it lets in. */
export type WaitingRoom = {
  __typename?: 'WaitingRoom';
  /** How many it lets in a second now; 0 while it pauses. */
  admittedPerSecond: Scalars['Int']['output'];
  /** How the lottery was drawn. Null before, and where there is none. */
  lottery: Maybe<WaitingRoomLottery>;
  /** How it orders those who come before that. */
  mode: WaitingRoomMode;
  /** When the sale opens: from then on it lets in. */
  opensAt: Scalars['DateTime']['output'];
  /** The place of the viewer, null where the viewer has none. */
  place: Maybe<WaitingPlace>;
  /** How many wait, as of about a second ago. */
  waiting: Scalars['Int']['output'];
};

/** Returned when the show is behind a waiting room of its own already. Close that one first, or change its pace. */
export type WaitingRoomExistsError = UserError & {
  __typename?: 'WaitingRoomExistsError';
  /** That there is one already. */
  message: Scalars['String']['output'];
  /** The one that there is. */
  waitingRoom: WaitingRoom;
};

/**
 * What anybody can check a lottery by. Its entrants have the numbers from 1 on, which they were told before the seed was known. The first to
 * be let in is the one for whose number the first twelve hexadecimal digits of the SHA-256 of `<seed>:<number>` come first, and so on; of
 * equal ones, the lower number comes first.
 */
export type WaitingRoomLottery = {
  __typename?: 'WaitingRoomLottery';
  /** How many numbers took part. */
  entrants: Scalars['Int']['output'];
  /** What the order comes from: 64 hexadecimal digits, taken at random after the sale has opened. */
  seed: Scalars['String']['output'];
};

/**
 * How a waiting room orders those who come before the sale opens. Who comes later stands behind them, in the order of arrival. Accounts whose
 * last bookings were all cancelled or have expired stand behind all others, in the order of arrival.
 */
export type WaitingRoomMode =
  /** In the order of arrival. */
  | 'ARRIVAL'
  /** By a lottery, which is drawn when the sale opens. */
  | 'LOTTERY';

/** Returned when the show is behind no waiting room: its seats can be held at once. */
export type WaitingRoomNotRequired = {
  __typename?: 'WaitingRoomNotRequired';
  /** The show. */
  show: Show;
};

/** Where a place in a waiting room stands. */
export type WaitingStatus =
  /** It is let in: holdSeats takes the token of its admission. */
  | 'ADMITTED'
  /** It was let in, and the time of its admission is over. joinWaitingRoom gives a new place, at the end. */
  | 'LAPSED'
  /** The show is behind a waiting room no more: its seats can be held without an admission. */
  | 'NOT_REQUIRED'
  /** The show has begun, is over or is cancelled: there is nothing to wait for any more. */
  | 'SHOW_CLOSED'
  /** Its turn has not come. */
  | 'WAITING';

/** One time that an event was sent to an endpoint. */
export type WebhookAttempt = {
  __typename?: 'WebhookAttempt';
  /** When it began. */
  at: Scalars['DateTime']['output'];
  /** How long it took, in milliseconds. */
  durationMs: Scalars['Int']['output'];
  /** Why there was no answer, null when there was one. */
  error: Maybe<Scalars['String']['output']>;
  /** The beginning of what it has answered, at most 1024 bytes of it. Null when it has not answered. */
  excerpt: Maybe<Scalars['String']['output']>;
  /** Which it is of its delivery, counted from 1. */
  number: Scalars['Int']['output'];
  /** The status that the endpoint has answered with, null when it has not answered within 10 seconds. */
  statusCode: Maybe<Scalars['Int']['output']>;
};

/** An event on its way to an endpoint. */
export type WebhookDelivery = Node & {
  __typename?: 'WebhookDelivery';
  /** How often it was tried. */
  attemptCount: Scalars['Int']['output'];
  /** How often it was tried and what came of it, the latest first: the last 50 attempts. */
  attempts: Array<WebhookAttempt>;
  /** What is sent, as JSON. */
  body: Scalars['String']['output'];
  /** The id of the event, which is sent as `webhook-id`: the same at each attempt, in each replay, and at each endpoint. */
  eventId: Scalars['String']['output'];
  /** What kind of event it is. */
  eventType: WebhookEventType;
  /** The global id. */
  id: Scalars['ID']['output'];
  /** When it is tried next, null when it is not any more. */
  nextAttemptAt: Maybe<Scalars['DateTime']['output']>;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
  /** How far it has come. */
  status: WebhookDeliveryStatus;
};

/** A page of deliveries. */
export type WebhookDeliveryConnection = {
  __typename?: 'WebhookDeliveryConnection';
  /** The deliveries with their cursors. */
  edges: Array<WebhookDeliveryEdge>;
  /** The deliveries alone. */
  nodes: Array<WebhookDelivery>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** A delivery in a page. */
export type WebhookDeliveryEdge = {
  __typename?: 'WebhookDeliveryEdge';
  /** The place of this delivery in the connection. */
  cursor: Scalars['String']['output'];
  /** The delivery. */
  node: WebhookDelivery;
};

/** How far an event has come on its way to an endpoint. */
export type WebhookDeliveryStatus =
  /** The endpoint has answered 2xx. */
  | 'DELIVERED'
  /** It was given up: after three days, as the endpoint has answered 410, or as the endpoint or its partner was disabled. */
  | 'FAILED'
  /** It is tried, or will be tried again. */
  | 'PENDING';

/** An address where a partner is told of events. */
export type WebhookEndpoint = Node & {
  __typename?: 'WebhookEndpoint';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** What was sent there or is to be, the latest first. */
  deliveries: WebhookDeliveryConnection;
  /** Since when nothing is sent there, null where it is: somebody has disabled it, or it has answered 410. */
  disabledAt: Maybe<Scalars['DateTime']['output']>;
  /** Of what it is told. */
  eventTypes: Array<WebhookEventType>;
  /** The global id. */
  id: Scalars['ID']['output'];
  /** Until when the secret before signs as well, null when it does not any more. */
  previousSecretUntil: Maybe<Scalars['DateTime']['output']>;
  /** Where events are sent, by POST. */
  url: Scalars['String']['output'];
};


/** An address where a partner is told of events. */
export type WebhookEndpointDeliveriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Returned when nothing is sent to an endpoint, as it or its partner is disabled. Enable it first. */
export type WebhookEndpointDisabledError = UserError & {
  __typename?: 'WebhookEndpointDisabledError';
  /** Which of the two is disabled. */
  message: Scalars['String']['output'];
};

/** Returned when a partner has as many endpoints as it may have, disabled ones counted as well. Change one of them. */
export type WebhookEndpointLimitError = UserError & {
  __typename?: 'WebhookEndpointLimitError';
  /** How many it may have. */
  limit: Scalars['Int']['output'];
  /** How many it has. */
  message: Scalars['String']['output'];
};

/** What partners can be told of. */
export type WebhookEventType =
  /**
   * An allocation is over, and what is left of it is on sale: `allocation.returned`. Which seats these are is `data.returnedSeatIds`. Told
   * within a minute or two.
   */
  | 'ALLOCATION_RETURNED'
  /** Seats of a booking of the partner are cancelled, all or some of them: `booking.cancelled`. What goes back for them is `data.refund`. */
  | 'BOOKING_CANCELLED'
  /** A booking of the partner is confirmed, by its `data.booking`: `booking.confirmed`. */
  | 'BOOKING_CONFIRMED'
  /** Money that the partner has paid for a booking has gone back: `booking.refunded`. How much is `data.refund.amount`. */
  | 'BOOKING_REFUNDED'
  /**
   * A show is cancelled that the partner has confirmed bookings of, which are `data.bookingIds`, or an allocation: `show.cancelled`. Told within a
   * minute or two.
   */
  | 'SHOW_CANCELLED';

/** Returned when more events would be sent than may be at once. Choose a shorter time. Nothing is sent. */
export type WebhookReplayLimitError = UserError & {
  __typename?: 'WebhookReplayLimitError';
  /** How many may be sent. */
  limit: Scalars['Int']['output'];
  /** How many may be sent. */
  message: Scalars['String']['output'];
};

/** Which offer to take back. */
export type WithdrawTransferInput = {
  /** The global id of the booking. */
  bookingId: Scalars['ID']['input'];
  /** A key of the client's making, 1 to 255 characters: the same key gives the same answer, however often it is sent. */
  idempotencyKey: Scalars['String']['input'];
};

/** How withdrawTransfer ends. */
export type WithdrawTransferResult = BookingStateError | IdempotencyMismatchError | NotFoundError | RequestInProgressError | WithdrawTransferSuccess;

/** Returned when the offer is taken back: its code accepts nothing any more. */
export type WithdrawTransferSuccess = {
  __typename?: 'WithdrawTransferSuccess';
  /** The booking. */
  booking: Booking;
};

/** Returned when the present password is another, or the account has none. */
export type WrongPasswordError = UserError & {
  __typename?: 'WrongPasswordError';
  /** That it is not the password. */
  message: Scalars['String']['output'];
};

/** Returned when the ticket is for another show than that of the scanner. It is not used by that. */
export type WrongShowError = UserError & {
  __typename?: 'WrongShowError';
  /** Which show the ticket is for. */
  message: Scalars['String']['output'];
  /** The show that the ticket is for. */
  show: Show;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  AcceptTransferResult:
    | ( BookingRef & { __typename: 'AcceptTransferSuccess' } )
    | ( IdempotencyMismatchError & { __typename: 'IdempotencyMismatchError' } )
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( RateLimitedError & { __typename: 'RateLimitedError' } )
    | ( RequestInProgressError & { __typename: 'RequestInProgressError' } )
    | ( ShowError & { __typename: 'ShowClosedError' } )
    | ( TransferClosedError & { __typename: 'TransferClosedError' } )
  ;
  AllocateSeatsResult:
    | ( AllocationRef & { __typename: 'AllocateSeatsSuccess' } )
    | ( IdempotencyMismatchError & { __typename: 'IdempotencyMismatchError' } )
    | ( NotEnoughSeatsError & { __typename: 'NotEnoughSeatsError' } )
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( RequestInProgressError & { __typename: 'RequestInProgressError' } )
    | ( Omit<SeatsUnavailableError, 'seats'> & { seats: Array<_RefType['UnavailableSeat']> } & { __typename: 'SeatsUnavailableError' } )
    | ( ShowError & { __typename: 'ShowClosedError' } )
  ;
  CancelBookingResult:
    | ( BookingError & { __typename: 'BookingStateError' } )
    | ( CancelledBooking & { __typename: 'CancelBookingSuccess' } )
    | ( IdempotencyMismatchError & { __typename: 'IdempotencyMismatchError' } )
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( RequestInProgressError & { __typename: 'RequestInProgressError' } )
    | ( ShowError & { __typename: 'ShowClosedError' } )
  ;
  CancelShowResult:
    | ( ShowRef & { __typename: 'CancelShowSuccess' } )
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( ShowError & { __typename: 'ShowClosedError' } )
  ;
  CancellationQuoteResult:
    | ( BookingError & { __typename: 'BookingStateError' } )
    | ( PolicyQuote & { __typename: 'CancellationQuote' } )
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( ShowError & { __typename: 'ShowClosedError' } )
  ;
  ChangePasswordResult:
    | ( ChangePasswordSuccess & { __typename: 'ChangePasswordSuccess' } )
    | ( InvalidPasswordError & { __typename: 'InvalidPasswordError' } )
    | ( RateLimitedError & { __typename: 'RateLimitedError' } )
    | ( WrongPasswordError & { __typename: 'WrongPasswordError' } )
  ;
  CheckInTicketResult:
    | ( Omit<CheckInTicketSuccess, 'ticket'> & { ticket: _RefType['Ticket'] } & { __typename: 'CheckInTicketSuccess' } )
    | ( CheckInTooEarlyError & { __typename: 'CheckInTooEarlyError' } )
    | ( InvalidTicketError & { __typename: 'InvalidTicketError' } )
    | ( RateLimitedError & { __typename: 'RateLimitedError' } )
    | ( ShowError & { __typename: 'ShowClosedError' } )
    | ( UsedTicket & { __typename: 'TicketAlreadyUsedError' } )
    | ( TicketVoidError & { __typename: 'TicketVoidError' } )
    | ( WrongShow & { __typename: 'WrongShowError' } )
  ;
  CloseWaitingRoomResult:
    | ( OfShow & { __typename: 'CloseWaitingRoomSuccess' } )
    | ( NotFoundError & { __typename: 'NotFoundError' } )
  ;
  ConfirmBookingResult:
    | ( BookingError & { __typename: 'BookingStateError' } )
    | ( BookingRef & { __typename: 'ConfirmBookingSuccess' } )
    | ( BookingError & { __typename: 'HoldExpiredError' } )
    | ( IdempotencyMismatchError & { __typename: 'IdempotencyMismatchError' } )
    | ( AmountError & { __typename: 'InvalidPaymentAmountError' } )
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( OpenAmount & { __typename: 'PartialPaymentSuccess' } )
    | ( Action & { __typename: 'PaymentActionRequired' } )
    | ( PaymentAttemptsExceededError & { __typename: 'PaymentAttemptsExceededError' } )
    | ( BookingError & { __typename: 'PaymentCaptureError' } )
    | ( PaymentDeclinedError & { __typename: 'PaymentDeclinedError' } )
    | ( PaymentGivenUpError & { __typename: 'PaymentGivenUpError' } )
    | ( PaymentUnavailableError & { __typename: 'PaymentUnavailableError' } )
    | ( RequestInProgressError & { __typename: 'RequestInProgressError' } )
    | ( BookingError & { __typename: 'SeatsLostError' } )
    | ( ShowError & { __typename: 'ShowClosedError' } )
  ;
  CreatePartnerKeyResult:
    | ( Omit<CreatePartnerKeySuccess, 'key'> & { key: _RefType['PartnerKey'] } & { __typename: 'CreatePartnerKeySuccess' } )
    | ( InvalidPartnerKeyError & { __typename: 'InvalidPartnerKeyError' } )
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( PartnerKeyLimitError & { __typename: 'PartnerKeyLimitError' } )
  ;
  CreatePartnerResult:
    | ( Omit<CreatePartnerSuccess, 'partner'> & { partner: _RefType['Partner'] } & { __typename: 'CreatePartnerSuccess' } )
    | ( InvalidPartnerError & { __typename: 'InvalidPartnerError' } )
    | ( PartnerNameTakenError & { __typename: 'PartnerNameTakenError' } )
  ;
  CreateWebhookEndpointResult:
    | ( Omit<CreateWebhookEndpointSuccess, 'endpoint'> & { endpoint: _RefType['WebhookEndpoint'] } & { __typename: 'CreateWebhookEndpointSuccess' } )
    | ( InvalidWebhookEndpointError & { __typename: 'InvalidWebhookEndpointError' } )
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( WebhookEndpointLimitError & { __typename: 'WebhookEndpointLimitError' } )
  ;
  ExchangeBookingResult:
    | ( AdmissionRequiredError & { __typename: 'AdmissionRequiredError' } )
    | ( ShowError & { __typename: 'AllocationExceededError' } )
    | ( BookingError & { __typename: 'BookingStateError' } )
    | ( Exchanged & { __typename: 'ExchangeBookingSuccess' } )
    | ( BookingError & { __typename: 'ExchangeClosedError' } )
    | ( IdempotencyMismatchError & { __typename: 'IdempotencyMismatchError' } )
    | ( AmountError & { __typename: 'InvalidPaymentAmountError' } )
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( Action & { __typename: 'PaymentActionRequired' } )
    | ( PaymentAttemptsExceededError & { __typename: 'PaymentAttemptsExceededError' } )
    | ( BookingError & { __typename: 'PaymentCaptureError' } )
    | ( PaymentDeclinedError & { __typename: 'PaymentDeclinedError' } )
    | ( PaymentGivenUpError & { __typename: 'PaymentGivenUpError' } )
    | ( AmountDue & { __typename: 'PaymentRequiredError' } )
    | ( PaymentUnavailableError & { __typename: 'PaymentUnavailableError' } )
    | ( RequestInProgressError & { __typename: 'RequestInProgressError' } )
    | ( SeatLimitExceededError & { __typename: 'SeatLimitExceededError' } )
    | ( Omit<SeatsUnavailableError, 'seats'> & { seats: Array<_RefType['UnavailableSeat']> } & { __typename: 'SeatsUnavailableError' } )
    | ( ShowError & { __typename: 'ShowClosedError' } )
  ;
  ExtendHoldResult:
    | ( BookingError & { __typename: 'BookingStateError' } )
    | ( BookingRef & { __typename: 'ExtendHoldSuccess' } )
    | ( BookingError & { __typename: 'HoldExpiredError' } )
    | ( BookingError & { __typename: 'HoldNotExtendableError' } )
    | ( IdempotencyMismatchError & { __typename: 'IdempotencyMismatchError' } )
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( RequestInProgressError & { __typename: 'RequestInProgressError' } )
    | ( ShowError & { __typename: 'ShowClosedError' } )
  ;
  HoldSeatsResult:
    | ( AdmissionRequiredError & { __typename: 'AdmissionRequiredError' } )
    | ( ShowError & { __typename: 'AllocationExceededError' } )
    | ( CaptchaRequiredError & { __typename: 'CaptchaRequiredError' } )
    | ( HoldLimitExceededError & { __typename: 'HoldLimitExceededError' } )
    | ( BookingRef & { __typename: 'HoldSeatsSuccess' } )
    | ( IdempotencyMismatchError & { __typename: 'IdempotencyMismatchError' } )
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( RateLimitedError & { __typename: 'RateLimitedError' } )
    | ( RequestInProgressError & { __typename: 'RequestInProgressError' } )
    | ( SeatLimitExceededError & { __typename: 'SeatLimitExceededError' } )
    | ( Omit<SeatsUnavailableError, 'seats'> & { seats: Array<_RefType['UnavailableSeat']> } & { __typename: 'SeatsUnavailableError' } )
    | ( ServerBusyError & { __typename: 'ServerBusyError' } )
    | ( ShowError & { __typename: 'ShowClosedError' } )
  ;
  JoinWaitingRoomResult:
    | ( Omit<JoinWaitingRoomSuccess, 'place'> & { place: _RefType['WaitingPlace'] } & { __typename: 'JoinWaitingRoomSuccess' } )
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( ServerBusyError & { __typename: 'ServerBusyError' } )
    | ( ShowError & { __typename: 'ShowClosedError' } )
    | ( OfShow & { __typename: 'WaitingRoomNotRequired' } )
  ;
  OpenWaitingRoomResult:
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( Omit<OpenWaitingRoomSuccess, 'waitingRoom'> & { waitingRoom: _RefType['WaitingRoom'] } & { __typename: 'OpenWaitingRoomSuccess' } )
    | ( ShowError & { __typename: 'ShowClosedError' } )
    | ( Omit<WaitingRoomExistsError, 'waitingRoom'> & { waitingRoom: _RefType['WaitingRoom'] } & { __typename: 'WaitingRoomExistsError' } )
  ;
  PaceWaitingRoomResult:
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( Omit<PaceWaitingRoomSuccess, 'waitingRoom'> & { waitingRoom: _RefType['WaitingRoom'] } & { __typename: 'PaceWaitingRoomSuccess' } )
  ;
  RefreshSessionResult:
    | ( InvalidRefreshTokenError & { __typename: 'InvalidRefreshTokenError' } )
    | ( RefreshSessionSuccess & { __typename: 'RefreshSessionSuccess' } )
    | ( RefreshTokenReusedError & { __typename: 'RefreshTokenReusedError' } )
  ;
  RegisterOperationsResult:
    | ( InvalidManifestError & { __typename: 'InvalidManifestError' } )
    | ( InvalidOperationsError & { __typename: 'InvalidOperationsError' } )
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( OperationIdTakenError & { __typename: 'OperationIdTakenError' } )
    | ( OperationLimitError & { __typename: 'OperationLimitError' } )
    | ( Omit<RegisterOperationsSuccess, 'partner'> & { partner: _RefType['Partner'] } & { __typename: 'RegisterOperationsSuccess' } )
  ;
  ReleaseAllocationResult:
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( AllocationRef & { __typename: 'ReleaseAllocationSuccess' } )
  ;
  ReleaseSeatsResult:
    | ( BookingError & { __typename: 'BookingStateError' } )
    | ( IdempotencyMismatchError & { __typename: 'IdempotencyMismatchError' } )
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( BookingRef & { __typename: 'ReleaseSeatsSuccess' } )
    | ( RequestInProgressError & { __typename: 'RequestInProgressError' } )
  ;
  RemoveOperationsResult:
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( Omit<RemoveOperationsSuccess, 'partner'> & { partner: _RefType['Partner'] } & { __typename: 'RemoveOperationsSuccess' } )
  ;
  ReplayWebhookEventsResult:
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( Omit<ReplayWebhookEventsSuccess, 'endpoint'> & { endpoint: _RefType['WebhookEndpoint'] } & { __typename: 'ReplayWebhookEventsSuccess' } )
    | ( WebhookEndpointDisabledError & { __typename: 'WebhookEndpointDisabledError' } )
    | ( WebhookReplayLimitError & { __typename: 'WebhookReplayLimitError' } )
  ;
  RequestEmailVerificationResult:
    | ( EmailAlreadyVerifiedError & { __typename: 'EmailAlreadyVerifiedError' } )
    | ( NoEmailAddressError & { __typename: 'NoEmailAddressError' } )
    | ( RequestEmailVerificationSuccess & { __typename: 'RequestEmailVerificationSuccess' } )
  ;
  RequestPasswordResetResult:
    | ( InvalidEmailAddressError & { __typename: 'InvalidEmailAddressError' } )
    | ( RequestPasswordResetSuccess & { __typename: 'RequestPasswordResetSuccess' } )
  ;
  ResetPasswordResult:
    | ( InvalidEmailTokenError & { __typename: 'InvalidEmailTokenError' } )
    | ( InvalidPasswordError & { __typename: 'InvalidPasswordError' } )
    | ( ResetPasswordSuccess & { __typename: 'ResetPasswordSuccess' } )
  ;
  RevokePartnerKeyResult:
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( Omit<RevokePartnerKeySuccess, 'key'> & { key: _RefType['PartnerKey'] } & { __typename: 'RevokePartnerKeySuccess' } )
  ;
  RotatePartnerKeyResult:
    | ( InvalidPartnerKeyError & { __typename: 'InvalidPartnerKeyError' } )
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( Omit<PartnerKeyEndedError, 'key'> & { key: _RefType['PartnerKey'] } & { __typename: 'PartnerKeyEndedError' } )
    | ( PartnerKeyLimitError & { __typename: 'PartnerKeyLimitError' } )
    | ( Omit<RotatePartnerKeySuccess, 'key' | 'replacedKey'> & { key: _RefType['PartnerKey'], replacedKey: _RefType['PartnerKey'] } & { __typename: 'RotatePartnerKeySuccess' } )
  ;
  RotateWebhookSecretResult:
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( Omit<RotateWebhookSecretSuccess, 'endpoint'> & { endpoint: _RefType['WebhookEndpoint'] } & { __typename: 'RotateWebhookSecretSuccess' } )
  ;
  SignInAsGuestResult:
    | ( RateLimitedError & { __typename: 'RateLimitedError' } )
    | ( Omit<SignInAsGuestSuccess, 'viewer'> & { viewer: _RefType['Account'] } & { __typename: 'SignInAsGuestSuccess' } )
  ;
  SignInResult:
    | ( CaptchaRequiredError & { __typename: 'CaptchaRequiredError' } )
    | ( InvalidCredentialsError & { __typename: 'InvalidCredentialsError' } )
    | ( RateLimitedError & { __typename: 'RateLimitedError' } )
    | ( Omit<SignInSuccess, 'viewer'> & { viewer: _RefType['Account'] } & { __typename: 'SignInSuccess' } )
  ;
  SignOutEverywhereResult: ( SignOutEverywhereSuccess & { __typename: 'SignOutEverywhereSuccess' } );
  SignOutResult:
    | ( NoSessionError & { __typename: 'NoSessionError' } )
    | ( SignOutSuccess & { __typename: 'SignOutSuccess' } )
  ;
  SignUpResult:
    | ( CaptchaRequiredError & { __typename: 'CaptchaRequiredError' } )
    | ( EmailTakenError & { __typename: 'EmailTakenError' } )
    | ( InvalidSignUpError & { __typename: 'InvalidSignUpError' } )
    | ( RateLimitedError & { __typename: 'RateLimitedError' } )
    | ( Omit<SignUpSuccess, 'viewer'> & { viewer: _RefType['Account'] } & { __typename: 'SignUpSuccess' } )
  ;
  SwapSeatsResult:
    | ( ShowError & { __typename: 'AllocationExceededError' } )
    | ( BookingError & { __typename: 'BookingStateError' } )
    | ( BookingError & { __typename: 'HoldExpiredError' } )
    | ( IdempotencyMismatchError & { __typename: 'IdempotencyMismatchError' } )
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( RequestInProgressError & { __typename: 'RequestInProgressError' } )
    | ( SeatLimitExceededError & { __typename: 'SeatLimitExceededError' } )
    | ( Omit<SeatsUnavailableError, 'seats'> & { seats: Array<_RefType['UnavailableSeat']> } & { __typename: 'SeatsUnavailableError' } )
    | ( ShowError & { __typename: 'ShowClosedError' } )
    | ( BookingRef & { __typename: 'SwapSeatsSuccess' } )
  ;
  TransferBookingResult:
    | ( BookingError & { __typename: 'BookingStateError' } )
    | ( IdempotencyMismatchError & { __typename: 'IdempotencyMismatchError' } )
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( RequestInProgressError & { __typename: 'RequestInProgressError' } )
    | ( ShowError & { __typename: 'ShowClosedError' } )
    | ( Transfer & { __typename: 'TransferBookingSuccess' } )
  ;
  UpdatePartnerResult:
    | ( InvalidPartnerError & { __typename: 'InvalidPartnerError' } )
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( PartnerNameTakenError & { __typename: 'PartnerNameTakenError' } )
    | ( Omit<UpdatePartnerSuccess, 'partner'> & { partner: _RefType['Partner'] } & { __typename: 'UpdatePartnerSuccess' } )
  ;
  UpdateWebhookEndpointResult:
    | ( InvalidWebhookEndpointError & { __typename: 'InvalidWebhookEndpointError' } )
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( Omit<UpdateWebhookEndpointSuccess, 'endpoint'> & { endpoint: _RefType['WebhookEndpoint'] } & { __typename: 'UpdateWebhookEndpointSuccess' } )
  ;
  VerifyEmailResult:
    | ( InvalidEmailTokenError & { __typename: 'InvalidEmailTokenError' } )
    | ( VerifyEmailSuccess & { __typename: 'VerifyEmailSuccess' } )
  ;
  WithdrawTransferResult:
    | ( BookingError & { __typename: 'BookingStateError' } )
    | ( IdempotencyMismatchError & { __typename: 'IdempotencyMismatchError' } )
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( RequestInProgressError & { __typename: 'RequestInProgressError' } )
    | ( BookingRef & { __typename: 'WithdrawTransferSuccess' } )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( AccountRow & { __typename: 'Account' } )
    | ( BookingRow & { __typename: 'Booking' } )
    | ( CityRow & { __typename: 'City' } )
    | ( MovieRow & { __typename: 'Movie' } )
    | ( PartnerRow & { __typename: 'Partner' } )
    | ( PartnerKeyRow & { __typename: 'PartnerKey' } )
    | ( PartnerOperationRow & { __typename: 'PartnerOperation' } )
    | ( PaymentRow & { __typename: 'Payment' } )
    | ( RefundRow & { __typename: 'Refund' } )
    | ( ScreenRow & { __typename: 'Screen' } )
    | ( SeatAllocationRow & { __typename: 'SeatAllocation' } )
    | ( SeatEventRow & { __typename: 'SeatEvent' } )
    | ( ShowRow & { __typename: 'Show' } )
    | ( ShowSeatRow & { __typename: 'ShowSeat' } )
    | ( TheaterRow & { __typename: 'Theater' } )
    | ( TicketRow & { __typename: 'Ticket' } )
    | ( LoggedDelivery & { __typename: 'WebhookDelivery' } )
    | ( WebhookEndpointRow & { __typename: 'WebhookEndpoint' } )
  ;
  UserError:
    | ( AdmissionRequiredError & { __typename: 'AdmissionRequiredError' } )
    | ( ShowError & { __typename: 'AllocationExceededError' } )
    | ( BookingError & { __typename: 'BookingStateError' } )
    | ( CaptchaRequiredError & { __typename: 'CaptchaRequiredError' } )
    | ( CheckInTooEarlyError & { __typename: 'CheckInTooEarlyError' } )
    | ( EmailAlreadyVerifiedError & { __typename: 'EmailAlreadyVerifiedError' } )
    | ( EmailTakenError & { __typename: 'EmailTakenError' } )
    | ( BookingError & { __typename: 'ExchangeClosedError' } )
    | ( BookingError & { __typename: 'HoldExpiredError' } )
    | ( HoldLimitExceededError & { __typename: 'HoldLimitExceededError' } )
    | ( BookingError & { __typename: 'HoldNotExtendableError' } )
    | ( IdempotencyMismatchError & { __typename: 'IdempotencyMismatchError' } )
    | ( InvalidCredentialsError & { __typename: 'InvalidCredentialsError' } )
    | ( InvalidEmailAddressError & { __typename: 'InvalidEmailAddressError' } )
    | ( InvalidEmailTokenError & { __typename: 'InvalidEmailTokenError' } )
    | ( InvalidManifestError & { __typename: 'InvalidManifestError' } )
    | ( InvalidOperationsError & { __typename: 'InvalidOperationsError' } )
    | ( InvalidPartnerError & { __typename: 'InvalidPartnerError' } )
    | ( InvalidPartnerKeyError & { __typename: 'InvalidPartnerKeyError' } )
    | ( InvalidPasswordError & { __typename: 'InvalidPasswordError' } )
    | ( AmountError & { __typename: 'InvalidPaymentAmountError' } )
    | ( InvalidRefreshTokenError & { __typename: 'InvalidRefreshTokenError' } )
    | ( InvalidSignUpError & { __typename: 'InvalidSignUpError' } )
    | ( InvalidTicketError & { __typename: 'InvalidTicketError' } )
    | ( InvalidWebhookEndpointError & { __typename: 'InvalidWebhookEndpointError' } )
    | ( NoEmailAddressError & { __typename: 'NoEmailAddressError' } )
    | ( NoSessionError & { __typename: 'NoSessionError' } )
    | ( NotEnoughSeatsError & { __typename: 'NotEnoughSeatsError' } )
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( OperationIdTakenError & { __typename: 'OperationIdTakenError' } )
    | ( OperationLimitError & { __typename: 'OperationLimitError' } )
    | ( Omit<PartnerKeyEndedError, 'key'> & { key: _RefType['PartnerKey'] } & { __typename: 'PartnerKeyEndedError' } )
    | ( PartnerKeyLimitError & { __typename: 'PartnerKeyLimitError' } )
    | ( PartnerNameTakenError & { __typename: 'PartnerNameTakenError' } )
    | ( PaymentAttemptsExceededError & { __typename: 'PaymentAttemptsExceededError' } )
    | ( BookingError & { __typename: 'PaymentCaptureError' } )
    | ( PaymentDeclinedError & { __typename: 'PaymentDeclinedError' } )
    | ( PaymentGivenUpError & { __typename: 'PaymentGivenUpError' } )
    | ( AmountDue & { __typename: 'PaymentRequiredError' } )
    | ( PaymentUnavailableError & { __typename: 'PaymentUnavailableError' } )
    | ( RateLimitedError & { __typename: 'RateLimitedError' } )
    | ( RefreshTokenReusedError & { __typename: 'RefreshTokenReusedError' } )
    | ( RequestInProgressError & { __typename: 'RequestInProgressError' } )
    | ( SeatLimitExceededError & { __typename: 'SeatLimitExceededError' } )
    | ( BookingError & { __typename: 'SeatsLostError' } )
    | ( Omit<SeatsUnavailableError, 'seats'> & { seats: Array<_RefType['UnavailableSeat']> } & { __typename: 'SeatsUnavailableError' } )
    | ( ServerBusyError & { __typename: 'ServerBusyError' } )
    | ( ShowError & { __typename: 'ShowClosedError' } )
    | ( UsedTicket & { __typename: 'TicketAlreadyUsedError' } )
    | ( TicketVoidError & { __typename: 'TicketVoidError' } )
    | ( TransferClosedError & { __typename: 'TransferClosedError' } )
    | ( Omit<WaitingRoomExistsError, 'waitingRoom'> & { waitingRoom: _RefType['WaitingRoom'] } & { __typename: 'WaitingRoomExistsError' } )
    | ( WebhookEndpointDisabledError & { __typename: 'WebhookEndpointDisabledError' } )
    | ( WebhookEndpointLimitError & { __typename: 'WebhookEndpointLimitError' } )
    | ( WebhookReplayLimitError & { __typename: 'WebhookReplayLimitError' } )
    | ( WrongPasswordError & { __typename: 'WrongPasswordError' } )
    | ( WrongShow & { __typename: 'WrongShowError' } )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AcceptTransferInput: AcceptTransferInput;
  AcceptTransferResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AcceptTransferResult']>;
  AcceptTransferSuccess: ResolverTypeWrapper<BookingRef>;
  Account: ResolverTypeWrapper<AccountRow>;
  Admission: ResolverTypeWrapper<AdmissionRow>;
  AdmissionRequiredError: ResolverTypeWrapper<AdmissionRequiredError>;
  AllocateSeatsInput: AllocateSeatsInput;
  AllocateSeatsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AllocateSeatsResult']>;
  AllocateSeatsSuccess: ResolverTypeWrapper<AllocationRef>;
  AllocationExceededError: ResolverTypeWrapper<ShowError>;
  Availability: ResolverTypeWrapper<Availability>;
  Booking: ResolverTypeWrapper<BookingRow>;
  BookingConnection: ResolverTypeWrapper<Omit<BookingConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['BookingEdge']>, nodes: Array<ResolversTypes['Booking']> }>;
  BookingEdge: ResolverTypeWrapper<Omit<BookingEdge, 'node'> & { node: ResolversTypes['Booking'] }>;
  BookingSeat: ResolverTypeWrapper<BookingSeatRow>;
  BookingStateError: ResolverTypeWrapper<BookingError>;
  BookingStatus: BookingStatus;
  BookingTransfer: ResolverTypeWrapper<BookingTransfer>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CancelBookingInput: CancelBookingInput;
  CancelBookingResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CancelBookingResult']>;
  CancelBookingSuccess: ResolverTypeWrapper<CancelledBooking>;
  CancelShowInput: CancelShowInput;
  CancelShowResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CancelShowResult']>;
  CancelShowSuccess: ResolverTypeWrapper<ShowRef>;
  CancellationPolicy: ResolverTypeWrapper<CancellationPolicyRow>;
  CancellationQuote: ResolverTypeWrapper<PolicyQuote>;
  CancellationQuoteResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CancellationQuoteResult']>;
  CancellationReason: CancellationReason;
  CancellationTier: ResolverTypeWrapper<CancellationTier>;
  CaptchaRequiredError: ResolverTypeWrapper<CaptchaRequiredError>;
  ChangePasswordInput: ChangePasswordInput;
  ChangePasswordResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ChangePasswordResult']>;
  ChangePasswordSuccess: ResolverTypeWrapper<ChangePasswordSuccess>;
  CheckInTicketInput: CheckInTicketInput;
  CheckInTicketResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CheckInTicketResult']>;
  CheckInTicketSuccess: ResolverTypeWrapper<Omit<CheckInTicketSuccess, 'ticket'> & { ticket: ResolversTypes['Ticket'] }>;
  CheckInTooEarlyError: ResolverTypeWrapper<CheckInTooEarlyError>;
  City: ResolverTypeWrapper<CityRow>;
  CloseWaitingRoomInput: CloseWaitingRoomInput;
  CloseWaitingRoomResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CloseWaitingRoomResult']>;
  CloseWaitingRoomSuccess: ResolverTypeWrapper<OfShow>;
  ConfirmBookingInput: ConfirmBookingInput;
  ConfirmBookingResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ConfirmBookingResult']>;
  ConfirmBookingSuccess: ResolverTypeWrapper<BookingRef>;
  ContactInput: ContactInput;
  CreatePartnerInput: CreatePartnerInput;
  CreatePartnerKeyInput: CreatePartnerKeyInput;
  CreatePartnerKeyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreatePartnerKeyResult']>;
  CreatePartnerKeySuccess: ResolverTypeWrapper<Omit<CreatePartnerKeySuccess, 'key'> & { key: ResolversTypes['PartnerKey'] }>;
  CreatePartnerResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreatePartnerResult']>;
  CreatePartnerSuccess: ResolverTypeWrapper<Omit<CreatePartnerSuccess, 'partner'> & { partner: ResolversTypes['Partner'] }>;
  CreateWebhookEndpointInput: CreateWebhookEndpointInput;
  CreateWebhookEndpointResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateWebhookEndpointResult']>;
  CreateWebhookEndpointSuccess: ResolverTypeWrapper<Omit<CreateWebhookEndpointSuccess, 'endpoint'> & { endpoint: ResolversTypes['WebhookEndpoint'] }>;
  Currency: ResolverTypeWrapper<Scalars['Currency']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  EmailAlreadyVerifiedError: ResolverTypeWrapper<EmailAlreadyVerifiedError>;
  EmailTakenError: ResolverTypeWrapper<EmailTakenError>;
  ExchangeBookingInput: ExchangeBookingInput;
  ExchangeBookingResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ExchangeBookingResult']>;
  ExchangeBookingSuccess: ResolverTypeWrapper<Exchanged>;
  ExchangeClosedError: ResolverTypeWrapper<BookingError>;
  ExtendHoldInput: ExtendHoldInput;
  ExtendHoldResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ExtendHoldResult']>;
  ExtendHoldSuccess: ResolverTypeWrapper<BookingRef>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  HoldExpiredError: ResolverTypeWrapper<BookingError>;
  HoldLimitExceededError: ResolverTypeWrapper<HoldLimitExceededError>;
  HoldNotExtendableError: ResolverTypeWrapper<BookingError>;
  HoldSeatsInput: HoldSeatsInput;
  HoldSeatsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['HoldSeatsResult']>;
  HoldSeatsSuccess: ResolverTypeWrapper<BookingRef>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  IdempotencyMismatchError: ResolverTypeWrapper<IdempotencyMismatchError>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  InvalidCredentialsError: ResolverTypeWrapper<InvalidCredentialsError>;
  InvalidEmailAddressError: ResolverTypeWrapper<InvalidEmailAddressError>;
  InvalidEmailTokenError: ResolverTypeWrapper<InvalidEmailTokenError>;
  InvalidManifestError: ResolverTypeWrapper<InvalidManifestError>;
  InvalidOperationsError: ResolverTypeWrapper<InvalidOperationsError>;
  InvalidPartnerError: ResolverTypeWrapper<InvalidPartnerError>;
  InvalidPartnerKeyError: ResolverTypeWrapper<InvalidPartnerKeyError>;
  InvalidPasswordError: ResolverTypeWrapper<InvalidPasswordError>;
  InvalidPaymentAmountError: ResolverTypeWrapper<AmountError>;
  InvalidRefreshTokenError: ResolverTypeWrapper<InvalidRefreshTokenError>;
  InvalidSignUpError: ResolverTypeWrapper<InvalidSignUpError>;
  InvalidTicketError: ResolverTypeWrapper<InvalidTicketError>;
  InvalidWebhookEndpointError: ResolverTypeWrapper<InvalidWebhookEndpointError>;
  JoinWaitingRoomInput: JoinWaitingRoomInput;
  JoinWaitingRoomResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['JoinWaitingRoomResult']>;
  JoinWaitingRoomSuccess: ResolverTypeWrapper<Omit<JoinWaitingRoomSuccess, 'place'> & { place: ResolversTypes['WaitingPlace'] }>;
  Money: ResolverTypeWrapper<Money>;
  Movie: ResolverTypeWrapper<MovieRow>;
  MovieConnection: ResolverTypeWrapper<Omit<MovieConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['MovieEdge']>, nodes: Array<ResolversTypes['Movie']> }>;
  MovieEdge: ResolverTypeWrapper<Omit<MovieEdge, 'node'> & { node: ResolversTypes['Movie'] }>;
  MovieFilter: MovieFilter;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NoEmailAddressError: ResolverTypeWrapper<NoEmailAddressError>;
  NoSessionError: ResolverTypeWrapper<NoSessionError>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  NotEnoughSeatsError: ResolverTypeWrapper<NotEnoughSeatsError>;
  NotFoundError: ResolverTypeWrapper<NotFoundError>;
  OpenWaitingRoomInput: OpenWaitingRoomInput;
  OpenWaitingRoomResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['OpenWaitingRoomResult']>;
  OpenWaitingRoomSuccess: ResolverTypeWrapper<Omit<OpenWaitingRoomSuccess, 'waitingRoom'> & { waitingRoom: ResolversTypes['WaitingRoom'] }>;
  OperationIdTakenError: ResolverTypeWrapper<OperationIdTakenError>;
  OperationLimitError: ResolverTypeWrapper<OperationLimitError>;
  PaceWaitingRoomInput: PaceWaitingRoomInput;
  PaceWaitingRoomResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PaceWaitingRoomResult']>;
  PaceWaitingRoomSuccess: ResolverTypeWrapper<Omit<PaceWaitingRoomSuccess, 'waitingRoom'> & { waitingRoom: ResolversTypes['WaitingRoom'] }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PartialPaymentSuccess: ResolverTypeWrapper<OpenAmount>;
  Partner: ResolverTypeWrapper<PartnerRow>;
  PartnerConnection: ResolverTypeWrapper<Omit<PartnerConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['PartnerEdge']>, nodes: Array<ResolversTypes['Partner']> }>;
  PartnerEdge: ResolverTypeWrapper<Omit<PartnerEdge, 'node'> & { node: ResolversTypes['Partner'] }>;
  PartnerKey: ResolverTypeWrapper<PartnerKeyRow>;
  PartnerKeyConnection: ResolverTypeWrapper<Omit<PartnerKeyConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['PartnerKeyEdge']>, nodes: Array<ResolversTypes['PartnerKey']> }>;
  PartnerKeyEdge: ResolverTypeWrapper<Omit<PartnerKeyEdge, 'node'> & { node: ResolversTypes['PartnerKey'] }>;
  PartnerKeyEndedError: ResolverTypeWrapper<Omit<PartnerKeyEndedError, 'key'> & { key: ResolversTypes['PartnerKey'] }>;
  PartnerKeyLimitError: ResolverTypeWrapper<PartnerKeyLimitError>;
  PartnerNameTakenError: ResolverTypeWrapper<PartnerNameTakenError>;
  PartnerOperation: ResolverTypeWrapper<PartnerOperationRow>;
  PartnerOperationConnection: ResolverTypeWrapper<Omit<PartnerOperationConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['PartnerOperationEdge']>, nodes: Array<ResolversTypes['PartnerOperation']> }>;
  PartnerOperationEdge: ResolverTypeWrapper<Omit<PartnerOperationEdge, 'node'> & { node: ResolversTypes['PartnerOperation'] }>;
  PartnerOperationType: PartnerOperationType;
  PartnerScope: PartnerScope;
  Payment: ResolverTypeWrapper<PaymentRow>;
  PaymentActionRequired: ResolverTypeWrapper<Action>;
  PaymentAttemptsExceededError: ResolverTypeWrapper<PaymentAttemptsExceededError>;
  PaymentCaptureError: ResolverTypeWrapper<BookingError>;
  PaymentDeclineReason: PaymentDeclineReason;
  PaymentDeclinedError: ResolverTypeWrapper<PaymentDeclinedError>;
  PaymentGivenUpError: ResolverTypeWrapper<PaymentGivenUpError>;
  PaymentInput: PaymentInput;
  PaymentMethod: PaymentMethod;
  PaymentRequiredError: ResolverTypeWrapper<AmountDue>;
  PaymentStatus: PaymentStatus;
  PaymentUnavailableError: ResolverTypeWrapper<PaymentUnavailableError>;
  PriceRange: ResolverTypeWrapper<PriceRange>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RateLimitedError: ResolverTypeWrapper<RateLimitedError>;
  RefreshSessionInput: RefreshSessionInput;
  RefreshSessionResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RefreshSessionResult']>;
  RefreshSessionSuccess: ResolverTypeWrapper<RefreshSessionSuccess>;
  RefreshTokenReusedError: ResolverTypeWrapper<RefreshTokenReusedError>;
  Refund: ResolverTypeWrapper<RefundRow>;
  RefundStatus: RefundStatus;
  RefusedOperation: ResolverTypeWrapper<RefusedOperation>;
  RegisterOperationsInput: RegisterOperationsInput;
  RegisterOperationsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RegisterOperationsResult']>;
  RegisterOperationsSuccess: ResolverTypeWrapper<Omit<RegisterOperationsSuccess, 'partner'> & { partner: ResolversTypes['Partner'] }>;
  ReleaseAllocationInput: ReleaseAllocationInput;
  ReleaseAllocationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReleaseAllocationResult']>;
  ReleaseAllocationSuccess: ResolverTypeWrapper<AllocationRef>;
  ReleaseSeatsInput: ReleaseSeatsInput;
  ReleaseSeatsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReleaseSeatsResult']>;
  ReleaseSeatsSuccess: ResolverTypeWrapper<BookingRef>;
  RemoveOperationsInput: RemoveOperationsInput;
  RemoveOperationsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RemoveOperationsResult']>;
  RemoveOperationsSuccess: ResolverTypeWrapper<Omit<RemoveOperationsSuccess, 'partner'> & { partner: ResolversTypes['Partner'] }>;
  ReplayWebhookEventsInput: ReplayWebhookEventsInput;
  ReplayWebhookEventsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReplayWebhookEventsResult']>;
  ReplayWebhookEventsSuccess: ResolverTypeWrapper<Omit<ReplayWebhookEventsSuccess, 'endpoint'> & { endpoint: ResolversTypes['WebhookEndpoint'] }>;
  RequestEmailVerificationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RequestEmailVerificationResult']>;
  RequestEmailVerificationSuccess: ResolverTypeWrapper<RequestEmailVerificationSuccess>;
  RequestInProgressError: ResolverTypeWrapper<RequestInProgressError>;
  RequestPasswordResetInput: RequestPasswordResetInput;
  RequestPasswordResetResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RequestPasswordResetResult']>;
  RequestPasswordResetSuccess: ResolverTypeWrapper<RequestPasswordResetSuccess>;
  ResetPasswordInput: ResetPasswordInput;
  ResetPasswordResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ResetPasswordResult']>;
  ResetPasswordSuccess: ResolverTypeWrapper<ResetPasswordSuccess>;
  RevokePartnerKeyInput: RevokePartnerKeyInput;
  RevokePartnerKeyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RevokePartnerKeyResult']>;
  RevokePartnerKeySuccess: ResolverTypeWrapper<Omit<RevokePartnerKeySuccess, 'key'> & { key: ResolversTypes['PartnerKey'] }>;
  Role: Role;
  RotatePartnerKeyInput: RotatePartnerKeyInput;
  RotatePartnerKeyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RotatePartnerKeyResult']>;
  RotatePartnerKeySuccess: ResolverTypeWrapper<Omit<RotatePartnerKeySuccess, 'key' | 'replacedKey'> & { key: ResolversTypes['PartnerKey'], replacedKey: ResolversTypes['PartnerKey'] }>;
  RotateWebhookSecretInput: RotateWebhookSecretInput;
  RotateWebhookSecretResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RotateWebhookSecretResult']>;
  RotateWebhookSecretSuccess: ResolverTypeWrapper<Omit<RotateWebhookSecretSuccess, 'endpoint'> & { endpoint: ResolversTypes['WebhookEndpoint'] }>;
  Screen: ResolverTypeWrapper<ScreenRow>;
  SeatAllocation: ResolverTypeWrapper<SeatAllocationRow>;
  SeatAllocationConnection: ResolverTypeWrapper<Omit<SeatAllocationConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['SeatAllocationEdge']>, nodes: Array<ResolversTypes['SeatAllocation']> }>;
  SeatAllocationEdge: ResolverTypeWrapper<Omit<SeatAllocationEdge, 'node'> & { node: ResolversTypes['SeatAllocation'] }>;
  SeatCode: ResolverTypeWrapper<SeatCode>;
  SeatEvent: ResolverTypeWrapper<SeatEventRow>;
  SeatEventConnection: ResolverTypeWrapper<Omit<SeatEventConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['SeatEventEdge']>, nodes: Array<ResolversTypes['SeatEvent']> }>;
  SeatEventEdge: ResolverTypeWrapper<Omit<SeatEventEdge, 'node'> & { node: ResolversTypes['SeatEvent'] }>;
  SeatLayout: ResolverTypeWrapper<LayoutOfSeats>;
  SeatLayoutRow: ResolverTypeWrapper<SeatRowRow>;
  SeatLimitExceededError: ResolverTypeWrapper<SeatLimitExceededError>;
  SeatMap: ResolverTypeWrapper<SeatMapRow>;
  SeatMapChange: ResolverTypeWrapper<SeatMapChangeRow>;
  SeatMapChangeKind: SeatMapChangeKind;
  SeatPlace: ResolverTypeWrapper<ShowSeatRow>;
  SeatRow: ResolverTypeWrapper<Omit<SeatRow, 'seats'> & { seats: Array<ResolversTypes['ShowSeat']> }>;
  SeatState: ResolverTypeWrapper<SeatStateRow>;
  SeatStatus: SeatStatus;
  SeatType: SeatType;
  SeatsLostError: ResolverTypeWrapper<BookingError>;
  SeatsUnavailableError: ResolverTypeWrapper<Omit<SeatsUnavailableError, 'seats'> & { seats: Array<ResolversTypes['UnavailableSeat']> }>;
  ServerBusyError: ResolverTypeWrapper<ServerBusyError>;
  Show: ResolverTypeWrapper<ShowRow>;
  ShowClosedError: ResolverTypeWrapper<ShowError>;
  ShowConnection: ResolverTypeWrapper<Omit<ShowConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ShowEdge']>, nodes: Array<ResolversTypes['Show']> }>;
  ShowEdge: ResolverTypeWrapper<Omit<ShowEdge, 'node'> & { node: ResolversTypes['Show'] }>;
  ShowFilter: ShowFilter;
  ShowFormat: ShowFormat;
  ShowSeat: ResolverTypeWrapper<ShowSeatRow>;
  ShowStatus: ShowStatus;
  SignInAsGuestResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SignInAsGuestResult']>;
  SignInAsGuestSuccess: ResolverTypeWrapper<Omit<SignInAsGuestSuccess, 'viewer'> & { viewer: ResolversTypes['Account'] }>;
  SignInInput: SignInInput;
  SignInResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SignInResult']>;
  SignInSuccess: ResolverTypeWrapper<Omit<SignInSuccess, 'viewer'> & { viewer: ResolversTypes['Account'] }>;
  SignOutEverywhereResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SignOutEverywhereResult']>;
  SignOutEverywhereSuccess: ResolverTypeWrapper<SignOutEverywhereSuccess>;
  SignOutResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SignOutResult']>;
  SignOutSuccess: ResolverTypeWrapper<SignOutSuccess>;
  SignUpInput: SignUpInput;
  SignUpResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SignUpResult']>;
  SignUpSuccess: ResolverTypeWrapper<Omit<SignUpSuccess, 'viewer'> & { viewer: ResolversTypes['Account'] }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SwapSeatsInput: SwapSeatsInput;
  SwapSeatsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SwapSeatsResult']>;
  SwapSeatsSuccess: ResolverTypeWrapper<BookingRef>;
  Theater: ResolverTypeWrapper<TheaterRow>;
  TheaterConnection: ResolverTypeWrapper<Omit<TheaterConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['TheaterEdge']>, nodes: Array<ResolversTypes['Theater']> }>;
  TheaterEdge: ResolverTypeWrapper<Omit<TheaterEdge, 'node'> & { node: ResolversTypes['Theater'] }>;
  TheaterFilter: TheaterFilter;
  Ticket: ResolverTypeWrapper<TicketRow>;
  TicketAlreadyUsedError: ResolverTypeWrapper<UsedTicket>;
  TicketStatus: TicketStatus;
  TicketVoidError: ResolverTypeWrapper<TicketVoidError>;
  TimeZone: ResolverTypeWrapper<Scalars['TimeZone']['output']>;
  TransferBookingInput: TransferBookingInput;
  TransferBookingResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['TransferBookingResult']>;
  TransferBookingSuccess: ResolverTypeWrapper<Transfer>;
  TransferClosedError: ResolverTypeWrapper<TransferClosedError>;
  UnavailableSeat: ResolverTypeWrapper<UnavailableSeatRow>;
  UpdatePartnerInput: UpdatePartnerInput;
  UpdatePartnerResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdatePartnerResult']>;
  UpdatePartnerSuccess: ResolverTypeWrapper<Omit<UpdatePartnerSuccess, 'partner'> & { partner: ResolversTypes['Partner'] }>;
  UpdateWebhookEndpointInput: UpdateWebhookEndpointInput;
  UpdateWebhookEndpointResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateWebhookEndpointResult']>;
  UpdateWebhookEndpointSuccess: ResolverTypeWrapper<Omit<UpdateWebhookEndpointSuccess, 'endpoint'> & { endpoint: ResolversTypes['WebhookEndpoint'] }>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  VerifyEmailInput: VerifyEmailInput;
  VerifyEmailResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['VerifyEmailResult']>;
  VerifyEmailSuccess: ResolverTypeWrapper<VerifyEmailSuccess>;
  WaitingPlace: ResolverTypeWrapper<Standing>;
  WaitingRoom: ResolverTypeWrapper<WaitingRoomRow>;
  WaitingRoomExistsError: ResolverTypeWrapper<Omit<WaitingRoomExistsError, 'waitingRoom'> & { waitingRoom: ResolversTypes['WaitingRoom'] }>;
  WaitingRoomLottery: ResolverTypeWrapper<WaitingRoomLottery>;
  WaitingRoomMode: WaitingRoomMode;
  WaitingRoomNotRequired: ResolverTypeWrapper<OfShow>;
  WaitingStatus: WaitingStatus;
  WebhookAttempt: ResolverTypeWrapper<WebhookAttemptRow>;
  WebhookDelivery: ResolverTypeWrapper<LoggedDelivery>;
  WebhookDeliveryConnection: ResolverTypeWrapper<Omit<WebhookDeliveryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['WebhookDeliveryEdge']>, nodes: Array<ResolversTypes['WebhookDelivery']> }>;
  WebhookDeliveryEdge: ResolverTypeWrapper<Omit<WebhookDeliveryEdge, 'node'> & { node: ResolversTypes['WebhookDelivery'] }>;
  WebhookDeliveryStatus: WebhookDeliveryStatus;
  WebhookEndpoint: ResolverTypeWrapper<WebhookEndpointRow>;
  WebhookEndpointDisabledError: ResolverTypeWrapper<WebhookEndpointDisabledError>;
  WebhookEndpointLimitError: ResolverTypeWrapper<WebhookEndpointLimitError>;
  WebhookEventType: WebhookEventType;
  WebhookReplayLimitError: ResolverTypeWrapper<WebhookReplayLimitError>;
  WithdrawTransferInput: WithdrawTransferInput;
  WithdrawTransferResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['WithdrawTransferResult']>;
  WithdrawTransferSuccess: ResolverTypeWrapper<BookingRef>;
  WrongPasswordError: ResolverTypeWrapper<WrongPasswordError>;
  WrongShowError: ResolverTypeWrapper<WrongShow>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AcceptTransferInput: AcceptTransferInput;
  AcceptTransferResult: ResolversUnionTypes<ResolversParentTypes>['AcceptTransferResult'];
  AcceptTransferSuccess: BookingRef;
  Account: AccountRow;
  Admission: AdmissionRow;
  AdmissionRequiredError: AdmissionRequiredError;
  AllocateSeatsInput: AllocateSeatsInput;
  AllocateSeatsResult: ResolversUnionTypes<ResolversParentTypes>['AllocateSeatsResult'];
  AllocateSeatsSuccess: AllocationRef;
  AllocationExceededError: ShowError;
  Availability: Availability;
  Booking: BookingRow;
  BookingConnection: Omit<BookingConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['BookingEdge']>, nodes: Array<ResolversParentTypes['Booking']> };
  BookingEdge: Omit<BookingEdge, 'node'> & { node: ResolversParentTypes['Booking'] };
  BookingSeat: BookingSeatRow;
  BookingStateError: BookingError;
  BookingTransfer: BookingTransfer;
  Boolean: Scalars['Boolean']['output'];
  CancelBookingInput: CancelBookingInput;
  CancelBookingResult: ResolversUnionTypes<ResolversParentTypes>['CancelBookingResult'];
  CancelBookingSuccess: CancelledBooking;
  CancelShowInput: CancelShowInput;
  CancelShowResult: ResolversUnionTypes<ResolversParentTypes>['CancelShowResult'];
  CancelShowSuccess: ShowRef;
  CancellationPolicy: CancellationPolicyRow;
  CancellationQuote: PolicyQuote;
  CancellationQuoteResult: ResolversUnionTypes<ResolversParentTypes>['CancellationQuoteResult'];
  CancellationTier: CancellationTier;
  CaptchaRequiredError: CaptchaRequiredError;
  ChangePasswordInput: ChangePasswordInput;
  ChangePasswordResult: ResolversUnionTypes<ResolversParentTypes>['ChangePasswordResult'];
  ChangePasswordSuccess: ChangePasswordSuccess;
  CheckInTicketInput: CheckInTicketInput;
  CheckInTicketResult: ResolversUnionTypes<ResolversParentTypes>['CheckInTicketResult'];
  CheckInTicketSuccess: Omit<CheckInTicketSuccess, 'ticket'> & { ticket: ResolversParentTypes['Ticket'] };
  CheckInTooEarlyError: CheckInTooEarlyError;
  City: CityRow;
  CloseWaitingRoomInput: CloseWaitingRoomInput;
  CloseWaitingRoomResult: ResolversUnionTypes<ResolversParentTypes>['CloseWaitingRoomResult'];
  CloseWaitingRoomSuccess: OfShow;
  ConfirmBookingInput: ConfirmBookingInput;
  ConfirmBookingResult: ResolversUnionTypes<ResolversParentTypes>['ConfirmBookingResult'];
  ConfirmBookingSuccess: BookingRef;
  ContactInput: ContactInput;
  CreatePartnerInput: CreatePartnerInput;
  CreatePartnerKeyInput: CreatePartnerKeyInput;
  CreatePartnerKeyResult: ResolversUnionTypes<ResolversParentTypes>['CreatePartnerKeyResult'];
  CreatePartnerKeySuccess: Omit<CreatePartnerKeySuccess, 'key'> & { key: ResolversParentTypes['PartnerKey'] };
  CreatePartnerResult: ResolversUnionTypes<ResolversParentTypes>['CreatePartnerResult'];
  CreatePartnerSuccess: Omit<CreatePartnerSuccess, 'partner'> & { partner: ResolversParentTypes['Partner'] };
  CreateWebhookEndpointInput: CreateWebhookEndpointInput;
  CreateWebhookEndpointResult: ResolversUnionTypes<ResolversParentTypes>['CreateWebhookEndpointResult'];
  CreateWebhookEndpointSuccess: Omit<CreateWebhookEndpointSuccess, 'endpoint'> & { endpoint: ResolversParentTypes['WebhookEndpoint'] };
  Currency: Scalars['Currency']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  EmailAlreadyVerifiedError: EmailAlreadyVerifiedError;
  EmailTakenError: EmailTakenError;
  ExchangeBookingInput: ExchangeBookingInput;
  ExchangeBookingResult: ResolversUnionTypes<ResolversParentTypes>['ExchangeBookingResult'];
  ExchangeBookingSuccess: Exchanged;
  ExchangeClosedError: BookingError;
  ExtendHoldInput: ExtendHoldInput;
  ExtendHoldResult: ResolversUnionTypes<ResolversParentTypes>['ExtendHoldResult'];
  ExtendHoldSuccess: BookingRef;
  Float: Scalars['Float']['output'];
  HoldExpiredError: BookingError;
  HoldLimitExceededError: HoldLimitExceededError;
  HoldNotExtendableError: BookingError;
  HoldSeatsInput: HoldSeatsInput;
  HoldSeatsResult: ResolversUnionTypes<ResolversParentTypes>['HoldSeatsResult'];
  HoldSeatsSuccess: BookingRef;
  ID: Scalars['ID']['output'];
  IdempotencyMismatchError: IdempotencyMismatchError;
  Int: Scalars['Int']['output'];
  InvalidCredentialsError: InvalidCredentialsError;
  InvalidEmailAddressError: InvalidEmailAddressError;
  InvalidEmailTokenError: InvalidEmailTokenError;
  InvalidManifestError: InvalidManifestError;
  InvalidOperationsError: InvalidOperationsError;
  InvalidPartnerError: InvalidPartnerError;
  InvalidPartnerKeyError: InvalidPartnerKeyError;
  InvalidPasswordError: InvalidPasswordError;
  InvalidPaymentAmountError: AmountError;
  InvalidRefreshTokenError: InvalidRefreshTokenError;
  InvalidSignUpError: InvalidSignUpError;
  InvalidTicketError: InvalidTicketError;
  InvalidWebhookEndpointError: InvalidWebhookEndpointError;
  JoinWaitingRoomInput: JoinWaitingRoomInput;
  JoinWaitingRoomResult: ResolversUnionTypes<ResolversParentTypes>['JoinWaitingRoomResult'];
  JoinWaitingRoomSuccess: Omit<JoinWaitingRoomSuccess, 'place'> & { place: ResolversParentTypes['WaitingPlace'] };
  Money: Money;
  Movie: MovieRow;
  MovieConnection: Omit<MovieConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['MovieEdge']>, nodes: Array<ResolversParentTypes['Movie']> };
  MovieEdge: Omit<MovieEdge, 'node'> & { node: ResolversParentTypes['Movie'] };
  MovieFilter: MovieFilter;
  Mutation: Record<PropertyKey, never>;
  NoEmailAddressError: NoEmailAddressError;
  NoSessionError: NoSessionError;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  NotEnoughSeatsError: NotEnoughSeatsError;
  NotFoundError: NotFoundError;
  OpenWaitingRoomInput: OpenWaitingRoomInput;
  OpenWaitingRoomResult: ResolversUnionTypes<ResolversParentTypes>['OpenWaitingRoomResult'];
  OpenWaitingRoomSuccess: Omit<OpenWaitingRoomSuccess, 'waitingRoom'> & { waitingRoom: ResolversParentTypes['WaitingRoom'] };
  OperationIdTakenError: OperationIdTakenError;
  OperationLimitError: OperationLimitError;
  PaceWaitingRoomInput: PaceWaitingRoomInput;
  PaceWaitingRoomResult: ResolversUnionTypes<ResolversParentTypes>['PaceWaitingRoomResult'];
  PaceWaitingRoomSuccess: Omit<PaceWaitingRoomSuccess, 'waitingRoom'> & { waitingRoom: ResolversParentTypes['WaitingRoom'] };
  PageInfo: PageInfo;
  PartialPaymentSuccess: OpenAmount;
  Partner: PartnerRow;
  PartnerConnection: Omit<PartnerConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['PartnerEdge']>, nodes: Array<ResolversParentTypes['Partner']> };
  PartnerEdge: Omit<PartnerEdge, 'node'> & { node: ResolversParentTypes['Partner'] };
  PartnerKey: PartnerKeyRow;
  PartnerKeyConnection: Omit<PartnerKeyConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['PartnerKeyEdge']>, nodes: Array<ResolversParentTypes['PartnerKey']> };
  PartnerKeyEdge: Omit<PartnerKeyEdge, 'node'> & { node: ResolversParentTypes['PartnerKey'] };
  PartnerKeyEndedError: Omit<PartnerKeyEndedError, 'key'> & { key: ResolversParentTypes['PartnerKey'] };
  PartnerKeyLimitError: PartnerKeyLimitError;
  PartnerNameTakenError: PartnerNameTakenError;
  PartnerOperation: PartnerOperationRow;
  PartnerOperationConnection: Omit<PartnerOperationConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['PartnerOperationEdge']>, nodes: Array<ResolversParentTypes['PartnerOperation']> };
  PartnerOperationEdge: Omit<PartnerOperationEdge, 'node'> & { node: ResolversParentTypes['PartnerOperation'] };
  Payment: PaymentRow;
  PaymentActionRequired: Action;
  PaymentAttemptsExceededError: PaymentAttemptsExceededError;
  PaymentCaptureError: BookingError;
  PaymentDeclinedError: PaymentDeclinedError;
  PaymentGivenUpError: PaymentGivenUpError;
  PaymentInput: PaymentInput;
  PaymentRequiredError: AmountDue;
  PaymentUnavailableError: PaymentUnavailableError;
  PriceRange: PriceRange;
  Query: Record<PropertyKey, never>;
  RateLimitedError: RateLimitedError;
  RefreshSessionInput: RefreshSessionInput;
  RefreshSessionResult: ResolversUnionTypes<ResolversParentTypes>['RefreshSessionResult'];
  RefreshSessionSuccess: RefreshSessionSuccess;
  RefreshTokenReusedError: RefreshTokenReusedError;
  Refund: RefundRow;
  RefusedOperation: RefusedOperation;
  RegisterOperationsInput: RegisterOperationsInput;
  RegisterOperationsResult: ResolversUnionTypes<ResolversParentTypes>['RegisterOperationsResult'];
  RegisterOperationsSuccess: Omit<RegisterOperationsSuccess, 'partner'> & { partner: ResolversParentTypes['Partner'] };
  ReleaseAllocationInput: ReleaseAllocationInput;
  ReleaseAllocationResult: ResolversUnionTypes<ResolversParentTypes>['ReleaseAllocationResult'];
  ReleaseAllocationSuccess: AllocationRef;
  ReleaseSeatsInput: ReleaseSeatsInput;
  ReleaseSeatsResult: ResolversUnionTypes<ResolversParentTypes>['ReleaseSeatsResult'];
  ReleaseSeatsSuccess: BookingRef;
  RemoveOperationsInput: RemoveOperationsInput;
  RemoveOperationsResult: ResolversUnionTypes<ResolversParentTypes>['RemoveOperationsResult'];
  RemoveOperationsSuccess: Omit<RemoveOperationsSuccess, 'partner'> & { partner: ResolversParentTypes['Partner'] };
  ReplayWebhookEventsInput: ReplayWebhookEventsInput;
  ReplayWebhookEventsResult: ResolversUnionTypes<ResolversParentTypes>['ReplayWebhookEventsResult'];
  ReplayWebhookEventsSuccess: Omit<ReplayWebhookEventsSuccess, 'endpoint'> & { endpoint: ResolversParentTypes['WebhookEndpoint'] };
  RequestEmailVerificationResult: ResolversUnionTypes<ResolversParentTypes>['RequestEmailVerificationResult'];
  RequestEmailVerificationSuccess: RequestEmailVerificationSuccess;
  RequestInProgressError: RequestInProgressError;
  RequestPasswordResetInput: RequestPasswordResetInput;
  RequestPasswordResetResult: ResolversUnionTypes<ResolversParentTypes>['RequestPasswordResetResult'];
  RequestPasswordResetSuccess: RequestPasswordResetSuccess;
  ResetPasswordInput: ResetPasswordInput;
  ResetPasswordResult: ResolversUnionTypes<ResolversParentTypes>['ResetPasswordResult'];
  ResetPasswordSuccess: ResetPasswordSuccess;
  RevokePartnerKeyInput: RevokePartnerKeyInput;
  RevokePartnerKeyResult: ResolversUnionTypes<ResolversParentTypes>['RevokePartnerKeyResult'];
  RevokePartnerKeySuccess: Omit<RevokePartnerKeySuccess, 'key'> & { key: ResolversParentTypes['PartnerKey'] };
  RotatePartnerKeyInput: RotatePartnerKeyInput;
  RotatePartnerKeyResult: ResolversUnionTypes<ResolversParentTypes>['RotatePartnerKeyResult'];
  RotatePartnerKeySuccess: Omit<RotatePartnerKeySuccess, 'key' | 'replacedKey'> & { key: ResolversParentTypes['PartnerKey'], replacedKey: ResolversParentTypes['PartnerKey'] };
  RotateWebhookSecretInput: RotateWebhookSecretInput;
  RotateWebhookSecretResult: ResolversUnionTypes<ResolversParentTypes>['RotateWebhookSecretResult'];
  RotateWebhookSecretSuccess: Omit<RotateWebhookSecretSuccess, 'endpoint'> & { endpoint: ResolversParentTypes['WebhookEndpoint'] };
  Screen: ScreenRow;
  SeatAllocation: SeatAllocationRow;
  SeatAllocationConnection: Omit<SeatAllocationConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['SeatAllocationEdge']>, nodes: Array<ResolversParentTypes['SeatAllocation']> };
  SeatAllocationEdge: Omit<SeatAllocationEdge, 'node'> & { node: ResolversParentTypes['SeatAllocation'] };
  SeatCode: SeatCode;
  SeatEvent: SeatEventRow;
  SeatEventConnection: Omit<SeatEventConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['SeatEventEdge']>, nodes: Array<ResolversParentTypes['SeatEvent']> };
  SeatEventEdge: Omit<SeatEventEdge, 'node'> & { node: ResolversParentTypes['SeatEvent'] };
  SeatLayout: LayoutOfSeats;
  SeatLayoutRow: SeatRowRow;
  SeatLimitExceededError: SeatLimitExceededError;
  SeatMap: SeatMapRow;
  SeatMapChange: SeatMapChangeRow;
  SeatPlace: ShowSeatRow;
  SeatRow: Omit<SeatRow, 'seats'> & { seats: Array<ResolversParentTypes['ShowSeat']> };
  SeatState: SeatStateRow;
  SeatsLostError: BookingError;
  SeatsUnavailableError: Omit<SeatsUnavailableError, 'seats'> & { seats: Array<ResolversParentTypes['UnavailableSeat']> };
  ServerBusyError: ServerBusyError;
  Show: ShowRow;
  ShowClosedError: ShowError;
  ShowConnection: Omit<ShowConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ShowEdge']>, nodes: Array<ResolversParentTypes['Show']> };
  ShowEdge: Omit<ShowEdge, 'node'> & { node: ResolversParentTypes['Show'] };
  ShowFilter: ShowFilter;
  ShowSeat: ShowSeatRow;
  SignInAsGuestResult: ResolversUnionTypes<ResolversParentTypes>['SignInAsGuestResult'];
  SignInAsGuestSuccess: Omit<SignInAsGuestSuccess, 'viewer'> & { viewer: ResolversParentTypes['Account'] };
  SignInInput: SignInInput;
  SignInResult: ResolversUnionTypes<ResolversParentTypes>['SignInResult'];
  SignInSuccess: Omit<SignInSuccess, 'viewer'> & { viewer: ResolversParentTypes['Account'] };
  SignOutEverywhereResult: ResolversUnionTypes<ResolversParentTypes>['SignOutEverywhereResult'];
  SignOutEverywhereSuccess: SignOutEverywhereSuccess;
  SignOutResult: ResolversUnionTypes<ResolversParentTypes>['SignOutResult'];
  SignOutSuccess: SignOutSuccess;
  SignUpInput: SignUpInput;
  SignUpResult: ResolversUnionTypes<ResolversParentTypes>['SignUpResult'];
  SignUpSuccess: Omit<SignUpSuccess, 'viewer'> & { viewer: ResolversParentTypes['Account'] };
  String: Scalars['String']['output'];
  Subscription: Record<PropertyKey, never>;
  SwapSeatsInput: SwapSeatsInput;
  SwapSeatsResult: ResolversUnionTypes<ResolversParentTypes>['SwapSeatsResult'];
  SwapSeatsSuccess: BookingRef;
  Theater: TheaterRow;
  TheaterConnection: Omit<TheaterConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['TheaterEdge']>, nodes: Array<ResolversParentTypes['Theater']> };
  TheaterEdge: Omit<TheaterEdge, 'node'> & { node: ResolversParentTypes['Theater'] };
  TheaterFilter: TheaterFilter;
  Ticket: TicketRow;
  TicketAlreadyUsedError: UsedTicket;
  TicketVoidError: TicketVoidError;
  TimeZone: Scalars['TimeZone']['output'];
  TransferBookingInput: TransferBookingInput;
  TransferBookingResult: ResolversUnionTypes<ResolversParentTypes>['TransferBookingResult'];
  TransferBookingSuccess: Transfer;
  TransferClosedError: TransferClosedError;
  UnavailableSeat: UnavailableSeatRow;
  UpdatePartnerInput: UpdatePartnerInput;
  UpdatePartnerResult: ResolversUnionTypes<ResolversParentTypes>['UpdatePartnerResult'];
  UpdatePartnerSuccess: Omit<UpdatePartnerSuccess, 'partner'> & { partner: ResolversParentTypes['Partner'] };
  UpdateWebhookEndpointInput: UpdateWebhookEndpointInput;
  UpdateWebhookEndpointResult: ResolversUnionTypes<ResolversParentTypes>['UpdateWebhookEndpointResult'];
  UpdateWebhookEndpointSuccess: Omit<UpdateWebhookEndpointSuccess, 'endpoint'> & { endpoint: ResolversParentTypes['WebhookEndpoint'] };
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  VerifyEmailInput: VerifyEmailInput;
  VerifyEmailResult: ResolversUnionTypes<ResolversParentTypes>['VerifyEmailResult'];
  VerifyEmailSuccess: VerifyEmailSuccess;
  WaitingPlace: Standing;
  WaitingRoom: WaitingRoomRow;
  WaitingRoomExistsError: Omit<WaitingRoomExistsError, 'waitingRoom'> & { waitingRoom: ResolversParentTypes['WaitingRoom'] };
  WaitingRoomLottery: WaitingRoomLottery;
  WaitingRoomNotRequired: OfShow;
  WebhookAttempt: WebhookAttemptRow;
  WebhookDelivery: LoggedDelivery;
  WebhookDeliveryConnection: Omit<WebhookDeliveryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['WebhookDeliveryEdge']>, nodes: Array<ResolversParentTypes['WebhookDelivery']> };
  WebhookDeliveryEdge: Omit<WebhookDeliveryEdge, 'node'> & { node: ResolversParentTypes['WebhookDelivery'] };
  WebhookEndpoint: WebhookEndpointRow;
  WebhookEndpointDisabledError: WebhookEndpointDisabledError;
  WebhookEndpointLimitError: WebhookEndpointLimitError;
  WebhookReplayLimitError: WebhookReplayLimitError;
  WithdrawTransferInput: WithdrawTransferInput;
  WithdrawTransferResult: ResolversUnionTypes<ResolversParentTypes>['WithdrawTransferResult'];
  WithdrawTransferSuccess: BookingRef;
  WrongPasswordError: WrongPasswordError;
  WrongShowError: WrongShow;
};

export type AuthDirectiveArgs = {
  requires: Array<Role>;
};

export type AuthDirectiveResolver<Result, Parent, ContextType = Context, Args = AuthDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CacheControlDirectiveArgs = {
  inheritMaxAge?: Maybe<Scalars['Boolean']['input']>;
  maxAge?: Maybe<Scalars['Int']['input']>;
};

export type CacheControlDirectiveResolver<Result, Parent, ContextType = Context, Args = CacheControlDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CostDirectiveArgs = {
  weight: Scalars['String']['input'];
};

export type CostDirectiveResolver<Result, Parent, ContextType = Context, Args = CostDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ListSizeDirectiveArgs = {
  assumedSize?: Maybe<Scalars['Int']['input']>;
  slicingArguments?: Maybe<Array<Scalars['String']['input']>>;
};

export type ListSizeDirectiveResolver<Result, Parent, ContextType = Context, Args = ListSizeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AcceptTransferResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AcceptTransferResult'] = ResolversParentTypes['AcceptTransferResult']> = {
  __resolveType: TypeResolveFn<'AcceptTransferSuccess' | 'IdempotencyMismatchError' | 'NotFoundError' | 'RateLimitedError' | 'RequestInProgressError' | 'ShowClosedError' | 'TransferClosedError', ParentType, ContextType>;
};

export type AcceptTransferSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AcceptTransferSuccess'] = ResolversParentTypes['AcceptTransferSuccess']> = {
  booking?: Resolver<ResolversTypes['Booking'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Account'] = ResolversParentTypes['Account']> = {
  bookings?: Resolver<ResolversTypes['BookingConnection'], ParentType, ContextType, RequireFields<AccountBookingsArgs, 'first'>>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isEmailVerified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isGuest?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['Role']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AdmissionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Admission'] = ResolversParentTypes['Admission']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AdmissionRequiredErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AdmissionRequiredError'] = ResolversParentTypes['AdmissionRequiredError']> = {
  estimatedSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AllocateSeatsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AllocateSeatsResult'] = ResolversParentTypes['AllocateSeatsResult']> = {
  __resolveType: TypeResolveFn<'AllocateSeatsSuccess' | 'IdempotencyMismatchError' | 'NotEnoughSeatsError' | 'NotFoundError' | 'RequestInProgressError' | 'SeatsUnavailableError' | 'ShowClosedError', ParentType, ContextType>;
};

export type AllocateSeatsSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AllocateSeatsSuccess'] = ResolversParentTypes['AllocateSeatsSuccess']> = {
  allocation?: Resolver<ResolversTypes['SeatAllocation'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AllocationExceededErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AllocationExceededError'] = ResolversParentTypes['AllocationExceededError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  show?: Resolver<ResolversTypes['Show'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AvailabilityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Availability'] = ResolversParentTypes['Availability']> = {
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  blocked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  booked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  held?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BookingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Booking'] = ResolversParentTypes['Booking']> = {
  cancelledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  confirmedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
  payments?: Resolver<Array<ResolversTypes['Payment']>, ParentType, ContextType>;
  seats?: Resolver<Array<ResolversTypes['BookingSeat']>, ParentType, ContextType>;
  show?: Resolver<ResolversTypes['Show'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['BookingStatus'], ParentType, ContextType>;
  tickets?: Resolver<Array<ResolversTypes['Ticket']>, ParentType, ContextType>;
  ticketsPdfUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  transfer?: Resolver<Maybe<ResolversTypes['BookingTransfer']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BookingConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BookingConnection'] = ResolversParentTypes['BookingConnection']> = {
  edges?: Resolver<Array<ResolversTypes['BookingEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Booking']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type BookingEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BookingEdge'] = ResolversParentTypes['BookingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Booking'], ParentType, ContextType>;
};

export type BookingSeatResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BookingSeat'] = ResolversParentTypes['BookingSeat']> = {
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  seat?: Resolver<ResolversTypes['ShowSeat'], ParentType, ContextType>;
};

export type BookingStateErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BookingStateError'] = ResolversParentTypes['BookingStateError']> = {
  booking?: Resolver<ResolversTypes['Booking'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BookingTransferResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BookingTransfer'] = ResolversParentTypes['BookingTransfer']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CancelBookingResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelBookingResult'] = ResolversParentTypes['CancelBookingResult']> = {
  __resolveType: TypeResolveFn<'BookingStateError' | 'CancelBookingSuccess' | 'IdempotencyMismatchError' | 'NotFoundError' | 'RequestInProgressError' | 'ShowClosedError', ParentType, ContextType>;
};

export type CancelBookingSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelBookingSuccess'] = ResolversParentTypes['CancelBookingSuccess']> = {
  booking?: Resolver<ResolversTypes['Booking'], ParentType, ContextType>;
  refund?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CancelShowResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelShowResult'] = ResolversParentTypes['CancelShowResult']> = {
  __resolveType: TypeResolveFn<'CancelShowSuccess' | 'NotFoundError' | 'ShowClosedError', ParentType, ContextType>;
};

export type CancelShowSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelShowSuccess'] = ResolversParentTypes['CancelShowSuccess']> = {
  show?: Resolver<ResolversTypes['Show'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CancellationPolicyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancellationPolicy'] = ResolversParentTypes['CancellationPolicy']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  resaleMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tiers?: Resolver<Array<ResolversTypes['CancellationTier']>, ParentType, ContextType>;
};

export type CancellationQuoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancellationQuote'] = ResolversParentTypes['CancellationQuote']> = {
  percent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['CancellationPolicy'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['CancellationReason'], ParentType, ContextType>;
  refund?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  retained?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  seatsGoBackOnSale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CancellationQuoteResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancellationQuoteResult'] = ResolversParentTypes['CancellationQuoteResult']> = {
  __resolveType: TypeResolveFn<'BookingStateError' | 'CancellationQuote' | 'NotFoundError' | 'ShowClosedError', ParentType, ContextType>;
};

export type CancellationTierResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancellationTier'] = ResolversParentTypes['CancellationTier']> = {
  isInclusive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  minutesBefore?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  percent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CaptchaRequiredErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaptchaRequiredError'] = ResolversParentTypes['CaptchaRequiredError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChangePasswordResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangePasswordResult'] = ResolversParentTypes['ChangePasswordResult']> = {
  __resolveType: TypeResolveFn<'ChangePasswordSuccess' | 'InvalidPasswordError' | 'RateLimitedError' | 'WrongPasswordError', ParentType, ContextType>;
};

export type ChangePasswordSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangePasswordSuccess'] = ResolversParentTypes['ChangePasswordSuccess']> = {
  endedSessions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CheckInTicketResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckInTicketResult'] = ResolversParentTypes['CheckInTicketResult']> = {
  __resolveType: TypeResolveFn<'CheckInTicketSuccess' | 'CheckInTooEarlyError' | 'InvalidTicketError' | 'RateLimitedError' | 'ShowClosedError' | 'TicketAlreadyUsedError' | 'TicketVoidError' | 'WrongShowError', ParentType, ContextType>;
};

export type CheckInTicketSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckInTicketSuccess'] = ResolversParentTypes['CheckInTicketSuccess']> = {
  ticket?: Resolver<ResolversTypes['Ticket'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CheckInTooEarlyErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckInTooEarlyError'] = ResolversParentTypes['CheckInTooEarlyError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  opensAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['City'] = ResolversParentTypes['City']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['TimeZone'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CloseWaitingRoomResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CloseWaitingRoomResult'] = ResolversParentTypes['CloseWaitingRoomResult']> = {
  __resolveType: TypeResolveFn<'CloseWaitingRoomSuccess' | 'NotFoundError', ParentType, ContextType>;
};

export type CloseWaitingRoomSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CloseWaitingRoomSuccess'] = ResolversParentTypes['CloseWaitingRoomSuccess']> = {
  show?: Resolver<ResolversTypes['Show'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConfirmBookingResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfirmBookingResult'] = ResolversParentTypes['ConfirmBookingResult']> = {
  __resolveType: TypeResolveFn<'BookingStateError' | 'ConfirmBookingSuccess' | 'HoldExpiredError' | 'IdempotencyMismatchError' | 'InvalidPaymentAmountError' | 'NotFoundError' | 'PartialPaymentSuccess' | 'PaymentActionRequired' | 'PaymentAttemptsExceededError' | 'PaymentCaptureError' | 'PaymentDeclinedError' | 'PaymentGivenUpError' | 'PaymentUnavailableError' | 'RequestInProgressError' | 'SeatsLostError' | 'ShowClosedError', ParentType, ContextType>;
};

export type ConfirmBookingSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfirmBookingSuccess'] = ResolversParentTypes['ConfirmBookingSuccess']> = {
  booking?: Resolver<ResolversTypes['Booking'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreatePartnerKeyResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreatePartnerKeyResult'] = ResolversParentTypes['CreatePartnerKeyResult']> = {
  __resolveType: TypeResolveFn<'CreatePartnerKeySuccess' | 'InvalidPartnerKeyError' | 'NotFoundError' | 'PartnerKeyLimitError', ParentType, ContextType>;
};

export type CreatePartnerKeySuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreatePartnerKeySuccess'] = ResolversParentTypes['CreatePartnerKeySuccess']> = {
  key?: Resolver<ResolversTypes['PartnerKey'], ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreatePartnerResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreatePartnerResult'] = ResolversParentTypes['CreatePartnerResult']> = {
  __resolveType: TypeResolveFn<'CreatePartnerSuccess' | 'InvalidPartnerError' | 'PartnerNameTakenError', ParentType, ContextType>;
};

export type CreatePartnerSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreatePartnerSuccess'] = ResolversParentTypes['CreatePartnerSuccess']> = {
  partner?: Resolver<ResolversTypes['Partner'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateWebhookEndpointResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateWebhookEndpointResult'] = ResolversParentTypes['CreateWebhookEndpointResult']> = {
  __resolveType: TypeResolveFn<'CreateWebhookEndpointSuccess' | 'InvalidWebhookEndpointError' | 'NotFoundError' | 'WebhookEndpointLimitError', ParentType, ContextType>;
};

export type CreateWebhookEndpointSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateWebhookEndpointSuccess'] = ResolversParentTypes['CreateWebhookEndpointSuccess']> = {
  endpoint?: Resolver<ResolversTypes['WebhookEndpoint'], ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface CurrencyScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Currency'], any> {
  name: 'Currency';
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type EmailAlreadyVerifiedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailAlreadyVerifiedError'] = ResolversParentTypes['EmailAlreadyVerifiedError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmailTakenErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailTakenError'] = ResolversParentTypes['EmailTakenError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExchangeBookingResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExchangeBookingResult'] = ResolversParentTypes['ExchangeBookingResult']> = {
  __resolveType: TypeResolveFn<'AdmissionRequiredError' | 'AllocationExceededError' | 'BookingStateError' | 'ExchangeBookingSuccess' | 'ExchangeClosedError' | 'IdempotencyMismatchError' | 'InvalidPaymentAmountError' | 'NotFoundError' | 'PaymentActionRequired' | 'PaymentAttemptsExceededError' | 'PaymentCaptureError' | 'PaymentDeclinedError' | 'PaymentGivenUpError' | 'PaymentRequiredError' | 'PaymentUnavailableError' | 'RequestInProgressError' | 'SeatLimitExceededError' | 'SeatsUnavailableError' | 'ShowClosedError', ParentType, ContextType>;
};

export type ExchangeBookingSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExchangeBookingSuccess'] = ResolversParentTypes['ExchangeBookingSuccess']> = {
  booking?: Resolver<ResolversTypes['Booking'], ParentType, ContextType>;
  charged?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  refund?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExchangeClosedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExchangeClosedError'] = ResolversParentTypes['ExchangeClosedError']> = {
  booking?: Resolver<ResolversTypes['Booking'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExtendHoldResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExtendHoldResult'] = ResolversParentTypes['ExtendHoldResult']> = {
  __resolveType: TypeResolveFn<'BookingStateError' | 'ExtendHoldSuccess' | 'HoldExpiredError' | 'HoldNotExtendableError' | 'IdempotencyMismatchError' | 'NotFoundError' | 'RequestInProgressError' | 'ShowClosedError', ParentType, ContextType>;
};

export type ExtendHoldSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExtendHoldSuccess'] = ResolversParentTypes['ExtendHoldSuccess']> = {
  booking?: Resolver<ResolversTypes['Booking'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HoldExpiredErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HoldExpiredError'] = ResolversParentTypes['HoldExpiredError']> = {
  booking?: Resolver<ResolversTypes['Booking'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HoldLimitExceededErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HoldLimitExceededError'] = ResolversParentTypes['HoldLimitExceededError']> = {
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HoldNotExtendableErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HoldNotExtendableError'] = ResolversParentTypes['HoldNotExtendableError']> = {
  booking?: Resolver<ResolversTypes['Booking'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HoldSeatsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HoldSeatsResult'] = ResolversParentTypes['HoldSeatsResult']> = {
  __resolveType: TypeResolveFn<'AdmissionRequiredError' | 'AllocationExceededError' | 'CaptchaRequiredError' | 'HoldLimitExceededError' | 'HoldSeatsSuccess' | 'IdempotencyMismatchError' | 'NotFoundError' | 'RateLimitedError' | 'RequestInProgressError' | 'SeatLimitExceededError' | 'SeatsUnavailableError' | 'ServerBusyError' | 'ShowClosedError', ParentType, ContextType>;
};

export type HoldSeatsSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HoldSeatsSuccess'] = ResolversParentTypes['HoldSeatsSuccess']> = {
  booking?: Resolver<ResolversTypes['Booking'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IdempotencyMismatchErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdempotencyMismatchError'] = ResolversParentTypes['IdempotencyMismatchError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidCredentialsErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidCredentialsError'] = ResolversParentTypes['InvalidCredentialsError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidEmailAddressErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidEmailAddressError'] = ResolversParentTypes['InvalidEmailAddressError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidEmailTokenErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidEmailTokenError'] = ResolversParentTypes['InvalidEmailTokenError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidManifestErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidManifestError'] = ResolversParentTypes['InvalidManifestError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidOperationsErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidOperationsError'] = ResolversParentTypes['InvalidOperationsError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operations?: Resolver<Array<ResolversTypes['RefusedOperation']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidPartnerErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidPartnerError'] = ResolversParentTypes['InvalidPartnerError']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidPartnerKeyErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidPartnerKeyError'] = ResolversParentTypes['InvalidPartnerKeyError']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidPasswordErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidPasswordError'] = ResolversParentTypes['InvalidPasswordError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidPaymentAmountErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidPaymentAmountError'] = ResolversParentTypes['InvalidPaymentAmountError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidRefreshTokenErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidRefreshTokenError'] = ResolversParentTypes['InvalidRefreshTokenError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidSignUpErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidSignUpError'] = ResolversParentTypes['InvalidSignUpError']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidTicketErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidTicketError'] = ResolversParentTypes['InvalidTicketError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidWebhookEndpointErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidWebhookEndpointError'] = ResolversParentTypes['InvalidWebhookEndpointError']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type JoinWaitingRoomResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JoinWaitingRoomResult'] = ResolversParentTypes['JoinWaitingRoomResult']> = {
  __resolveType: TypeResolveFn<'JoinWaitingRoomSuccess' | 'NotFoundError' | 'ServerBusyError' | 'ShowClosedError' | 'WaitingRoomNotRequired', ParentType, ContextType>;
};

export type JoinWaitingRoomSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JoinWaitingRoomSuccess'] = ResolversParentTypes['JoinWaitingRoomSuccess']> = {
  place?: Resolver<ResolversTypes['WaitingPlace'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
};

export type MovieResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Movie'] = ResolversParentTypes['Movie']> = {
  director?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  genre?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  imdbRating?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  rating?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  releaseDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  runningMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shows?: Resolver<ResolversTypes['ShowConnection'], ParentType, ContextType, RequireFields<MovieShowsArgs, 'first'>>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MovieConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MovieConnection'] = ResolversParentTypes['MovieConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MovieEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Movie']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MovieEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MovieEdge'] = ResolversParentTypes['MovieEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptTransfer?: Resolver<ResolversTypes['AcceptTransferResult'], ParentType, ContextType, RequireFields<MutationAcceptTransferArgs, 'input'>>;
  allocateSeats?: Resolver<ResolversTypes['AllocateSeatsResult'], ParentType, ContextType, RequireFields<MutationAllocateSeatsArgs, 'input'>>;
  cancelBooking?: Resolver<ResolversTypes['CancelBookingResult'], ParentType, ContextType, RequireFields<MutationCancelBookingArgs, 'input'>>;
  cancelShow?: Resolver<ResolversTypes['CancelShowResult'], ParentType, ContextType, RequireFields<MutationCancelShowArgs, 'input'>>;
  changePassword?: Resolver<ResolversTypes['ChangePasswordResult'], ParentType, ContextType, RequireFields<MutationChangePasswordArgs, 'input'>>;
  checkInTicket?: Resolver<ResolversTypes['CheckInTicketResult'], ParentType, ContextType, RequireFields<MutationCheckInTicketArgs, 'input'>>;
  closeWaitingRoom?: Resolver<ResolversTypes['CloseWaitingRoomResult'], ParentType, ContextType, RequireFields<MutationCloseWaitingRoomArgs, 'input'>>;
  confirmBooking?: Resolver<ResolversTypes['ConfirmBookingResult'], ParentType, ContextType, RequireFields<MutationConfirmBookingArgs, 'input'>>;
  createPartner?: Resolver<ResolversTypes['CreatePartnerResult'], ParentType, ContextType, RequireFields<MutationCreatePartnerArgs, 'input'>>;
  createPartnerKey?: Resolver<ResolversTypes['CreatePartnerKeyResult'], ParentType, ContextType, RequireFields<MutationCreatePartnerKeyArgs, 'input'>>;
  createWebhookEndpoint?: Resolver<ResolversTypes['CreateWebhookEndpointResult'], ParentType, ContextType, RequireFields<MutationCreateWebhookEndpointArgs, 'input'>>;
  exchangeBooking?: Resolver<ResolversTypes['ExchangeBookingResult'], ParentType, ContextType, RequireFields<MutationExchangeBookingArgs, 'input'>>;
  extendHold?: Resolver<ResolversTypes['ExtendHoldResult'], ParentType, ContextType, RequireFields<MutationExtendHoldArgs, 'input'>>;
  holdSeats?: Resolver<ResolversTypes['HoldSeatsResult'], ParentType, ContextType, RequireFields<MutationHoldSeatsArgs, 'input'>>;
  joinWaitingRoom?: Resolver<ResolversTypes['JoinWaitingRoomResult'], ParentType, ContextType, RequireFields<MutationJoinWaitingRoomArgs, 'input'>>;
  openWaitingRoom?: Resolver<ResolversTypes['OpenWaitingRoomResult'], ParentType, ContextType, RequireFields<MutationOpenWaitingRoomArgs, 'input'>>;
  paceWaitingRoom?: Resolver<ResolversTypes['PaceWaitingRoomResult'], ParentType, ContextType, RequireFields<MutationPaceWaitingRoomArgs, 'input'>>;
  refreshSession?: Resolver<ResolversTypes['RefreshSessionResult'], ParentType, ContextType, RequireFields<MutationRefreshSessionArgs, 'input'>>;
  registerOperations?: Resolver<ResolversTypes['RegisterOperationsResult'], ParentType, ContextType, RequireFields<MutationRegisterOperationsArgs, 'input'>>;
  releaseAllocation?: Resolver<ResolversTypes['ReleaseAllocationResult'], ParentType, ContextType, RequireFields<MutationReleaseAllocationArgs, 'input'>>;
  releaseSeats?: Resolver<ResolversTypes['ReleaseSeatsResult'], ParentType, ContextType, RequireFields<MutationReleaseSeatsArgs, 'input'>>;
  removeOperations?: Resolver<ResolversTypes['RemoveOperationsResult'], ParentType, ContextType, RequireFields<MutationRemoveOperationsArgs, 'input'>>;
  replayWebhookEvents?: Resolver<ResolversTypes['ReplayWebhookEventsResult'], ParentType, ContextType, RequireFields<MutationReplayWebhookEventsArgs, 'input'>>;
  requestEmailVerification?: Resolver<ResolversTypes['RequestEmailVerificationResult'], ParentType, ContextType>;
  requestPasswordReset?: Resolver<ResolversTypes['RequestPasswordResetResult'], ParentType, ContextType, RequireFields<MutationRequestPasswordResetArgs, 'input'>>;
  resetPassword?: Resolver<ResolversTypes['ResetPasswordResult'], ParentType, ContextType, RequireFields<MutationResetPasswordArgs, 'input'>>;
  revokePartnerKey?: Resolver<ResolversTypes['RevokePartnerKeyResult'], ParentType, ContextType, RequireFields<MutationRevokePartnerKeyArgs, 'input'>>;
  rotatePartnerKey?: Resolver<ResolversTypes['RotatePartnerKeyResult'], ParentType, ContextType, RequireFields<MutationRotatePartnerKeyArgs, 'input'>>;
  rotateWebhookSecret?: Resolver<ResolversTypes['RotateWebhookSecretResult'], ParentType, ContextType, RequireFields<MutationRotateWebhookSecretArgs, 'input'>>;
  signIn?: Resolver<ResolversTypes['SignInResult'], ParentType, ContextType, RequireFields<MutationSignInArgs, 'input'>>;
  signInAsGuest?: Resolver<ResolversTypes['SignInAsGuestResult'], ParentType, ContextType>;
  signOut?: Resolver<ResolversTypes['SignOutResult'], ParentType, ContextType>;
  signOutEverywhere?: Resolver<ResolversTypes['SignOutEverywhereResult'], ParentType, ContextType>;
  signUp?: Resolver<ResolversTypes['SignUpResult'], ParentType, ContextType, RequireFields<MutationSignUpArgs, 'input'>>;
  swapSeats?: Resolver<ResolversTypes['SwapSeatsResult'], ParentType, ContextType, RequireFields<MutationSwapSeatsArgs, 'input'>>;
  transferBooking?: Resolver<ResolversTypes['TransferBookingResult'], ParentType, ContextType, RequireFields<MutationTransferBookingArgs, 'input'>>;
  updatePartner?: Resolver<ResolversTypes['UpdatePartnerResult'], ParentType, ContextType, RequireFields<MutationUpdatePartnerArgs, 'input'>>;
  updateWebhookEndpoint?: Resolver<ResolversTypes['UpdateWebhookEndpointResult'], ParentType, ContextType, RequireFields<MutationUpdateWebhookEndpointArgs, 'input'>>;
  verifyEmail?: Resolver<ResolversTypes['VerifyEmailResult'], ParentType, ContextType, RequireFields<MutationVerifyEmailArgs, 'input'>>;
  withdrawTransfer?: Resolver<ResolversTypes['WithdrawTransferResult'], ParentType, ContextType, RequireFields<MutationWithdrawTransferArgs, 'input'>>;
};

export type NoEmailAddressErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NoEmailAddressError'] = ResolversParentTypes['NoEmailAddressError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NoSessionErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NoSessionError'] = ResolversParentTypes['NoSessionError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Account' | 'Booking' | 'City' | 'Movie' | 'Partner' | 'PartnerKey' | 'PartnerOperation' | 'Payment' | 'Refund' | 'Screen' | 'SeatAllocation' | 'SeatEvent' | 'Show' | 'ShowSeat' | 'Theater' | 'Ticket' | 'WebhookDelivery' | 'WebhookEndpoint', ParentType, ContextType>;
};

export type NotEnoughSeatsErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotEnoughSeatsError'] = ResolversParentTypes['NotEnoughSeatsError']> = {
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotFoundError'] = ResolversParentTypes['NotFoundError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OpenWaitingRoomResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpenWaitingRoomResult'] = ResolversParentTypes['OpenWaitingRoomResult']> = {
  __resolveType: TypeResolveFn<'NotFoundError' | 'OpenWaitingRoomSuccess' | 'ShowClosedError' | 'WaitingRoomExistsError', ParentType, ContextType>;
};

export type OpenWaitingRoomSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpenWaitingRoomSuccess'] = ResolversParentTypes['OpenWaitingRoomSuccess']> = {
  waitingRoom?: Resolver<ResolversTypes['WaitingRoom'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OperationIdTakenErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OperationIdTakenError'] = ResolversParentTypes['OperationIdTakenError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operationIds?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OperationLimitErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OperationLimitError'] = ResolversParentTypes['OperationLimitError']> = {
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaceWaitingRoomResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaceWaitingRoomResult'] = ResolversParentTypes['PaceWaitingRoomResult']> = {
  __resolveType: TypeResolveFn<'NotFoundError' | 'PaceWaitingRoomSuccess', ParentType, ContextType>;
};

export type PaceWaitingRoomSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaceWaitingRoomSuccess'] = ResolversParentTypes['PaceWaitingRoomSuccess']> = {
  waitingRoom?: Resolver<ResolversTypes['WaitingRoom'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PartialPaymentSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartialPaymentSuccess'] = ResolversParentTypes['PartialPaymentSuccess']> = {
  booking?: Resolver<ResolversTypes['Booking'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PartnerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Partner'] = ResolversParentTypes['Partner']> = {
  costPerMinute?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  disabledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  keys?: Resolver<ResolversTypes['PartnerKeyConnection'], ParentType, ContextType, RequireFields<PartnerKeysArgs, 'first'>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operations?: Resolver<ResolversTypes['PartnerOperationConnection'], ParentType, ContextType, RequireFields<PartnerOperationsArgs, 'first'>>;
  requestsPerMinute?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  webhookEndpoints?: Resolver<Array<ResolversTypes['WebhookEndpoint']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PartnerConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerConnection'] = ResolversParentTypes['PartnerConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PartnerEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Partner']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PartnerEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerEdge'] = ResolversParentTypes['PartnerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Partner'], ParentType, ContextType>;
};

export type PartnerKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerKey'] = ResolversParentTypes['PartnerKey']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  prefix?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['PartnerScope']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PartnerKeyConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerKeyConnection'] = ResolversParentTypes['PartnerKeyConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PartnerKeyEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['PartnerKey']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PartnerKeyEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerKeyEdge'] = ResolversParentTypes['PartnerKeyEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PartnerKey'], ParentType, ContextType>;
};

export type PartnerKeyEndedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerKeyEndedError'] = ResolversParentTypes['PartnerKeyEndedError']> = {
  key?: Resolver<ResolversTypes['PartnerKey'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PartnerKeyLimitErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerKeyLimitError'] = ResolversParentTypes['PartnerKeyLimitError']> = {
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PartnerNameTakenErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerNameTakenError'] = ResolversParentTypes['PartnerNameTakenError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PartnerOperationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerOperation'] = ResolversParentTypes['PartnerOperation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  operationId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  registeredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['PartnerOperationType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PartnerOperationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerOperationConnection'] = ResolversParentTypes['PartnerOperationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PartnerOperationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['PartnerOperation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PartnerOperationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerOperationEdge'] = ResolversParentTypes['PartnerOperationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PartnerOperation'], ParentType, ContextType>;
};

export type PaymentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Payment'] = ResolversParentTypes['Payment']> = {
  actionUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['PaymentMethod'], ParentType, ContextType>;
  refunded?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  refunds?: Resolver<Array<ResolversTypes['Refund']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PaymentStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentActionRequiredResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentActionRequired'] = ResolversParentTypes['PaymentActionRequired']> = {
  booking?: Resolver<ResolversTypes['Booking'], ParentType, ContextType>;
  payment?: Resolver<ResolversTypes['Payment'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentAttemptsExceededErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentAttemptsExceededError'] = ResolversParentTypes['PaymentAttemptsExceededError']> = {
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentCaptureErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentCaptureError'] = ResolversParentTypes['PaymentCaptureError']> = {
  booking?: Resolver<ResolversTypes['Booking'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentDeclinedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentDeclinedError'] = ResolversParentTypes['PaymentDeclinedError']> = {
  attemptsLeft?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['PaymentDeclineReason'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentGivenUpErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentGivenUpError'] = ResolversParentTypes['PaymentGivenUpError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentRequiredErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentRequiredError'] = ResolversParentTypes['PaymentRequiredError']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentUnavailableErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentUnavailableError'] = ResolversParentTypes['PaymentUnavailableError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PriceRangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PriceRange'] = ResolversParentTypes['PriceRange']> = {
  max?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  booking?: Resolver<Maybe<ResolversTypes['Booking']>, ParentType, ContextType, RequireFields<QueryBookingArgs, 'id'>>;
  cancellationQuote?: Resolver<ResolversTypes['CancellationQuoteResult'], ParentType, ContextType, RequireFields<QueryCancellationQuoteArgs, 'bookingId'>>;
  movie?: Resolver<Maybe<ResolversTypes['Movie']>, ParentType, ContextType, RequireFields<QueryMovieArgs, 'id'>>;
  movies?: Resolver<ResolversTypes['MovieConnection'], ParentType, ContextType, RequireFields<QueryMoviesArgs, 'first'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  partner?: Resolver<Maybe<ResolversTypes['Partner']>, ParentType, ContextType, RequireFields<QueryPartnerArgs, 'id'>>;
  partners?: Resolver<ResolversTypes['PartnerConnection'], ParentType, ContextType, RequireFields<QueryPartnersArgs, 'first'>>;
  seatHistory?: Resolver<Maybe<ResolversTypes['SeatEventConnection']>, ParentType, ContextType, RequireFields<QuerySeatHistoryArgs, 'first' | 'seatId'>>;
  seatLayout?: Resolver<Maybe<ResolversTypes['SeatLayout']>, ParentType, ContextType, RequireFields<QuerySeatLayoutArgs, 'showId'>>;
  seatMap?: Resolver<Maybe<ResolversTypes['SeatMap']>, ParentType, ContextType, RequireFields<QuerySeatMapArgs, 'showId'>>;
  show?: Resolver<Maybe<ResolversTypes['Show']>, ParentType, ContextType, RequireFields<QueryShowArgs, 'id'>>;
  shows?: Resolver<ResolversTypes['ShowConnection'], ParentType, ContextType, RequireFields<QueryShowsArgs, 'first'>>;
  theater?: Resolver<Maybe<ResolversTypes['Theater']>, ParentType, ContextType, RequireFields<QueryTheaterArgs, 'id'>>;
  theaters?: Resolver<ResolversTypes['TheaterConnection'], ParentType, ContextType, RequireFields<QueryTheatersArgs, 'first'>>;
  viewer?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  viewerPartner?: Resolver<Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  waitingRoom?: Resolver<Maybe<ResolversTypes['WaitingRoom']>, ParentType, ContextType, RequireFields<QueryWaitingRoomArgs, 'showId'>>;
};

export type RateLimitedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RateLimitedError'] = ResolversParentTypes['RateLimitedError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RefreshSessionResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefreshSessionResult'] = ResolversParentTypes['RefreshSessionResult']> = {
  __resolveType: TypeResolveFn<'InvalidRefreshTokenError' | 'RefreshSessionSuccess' | 'RefreshTokenReusedError', ParentType, ContextType>;
};

export type RefreshSessionSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefreshSessionSuccess'] = ResolversParentTypes['RefreshSessionSuccess']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refreshToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RefreshTokenReusedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefreshTokenReusedError'] = ResolversParentTypes['RefreshTokenReusedError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RefundResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Refund'] = ResolversParentTypes['Refund']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RefundStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RefusedOperationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefusedOperation'] = ResolversParentTypes['RefusedOperation']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  operationId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RegisterOperationsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterOperationsResult'] = ResolversParentTypes['RegisterOperationsResult']> = {
  __resolveType: TypeResolveFn<'InvalidManifestError' | 'InvalidOperationsError' | 'NotFoundError' | 'OperationIdTakenError' | 'OperationLimitError' | 'RegisterOperationsSuccess', ParentType, ContextType>;
};

export type RegisterOperationsSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterOperationsSuccess'] = ResolversParentTypes['RegisterOperationsSuccess']> = {
  addedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  partner?: Resolver<ResolversTypes['Partner'], ParentType, ContextType>;
  unchangedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReleaseAllocationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseAllocationResult'] = ResolversParentTypes['ReleaseAllocationResult']> = {
  __resolveType: TypeResolveFn<'NotFoundError' | 'ReleaseAllocationSuccess', ParentType, ContextType>;
};

export type ReleaseAllocationSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseAllocationSuccess'] = ResolversParentTypes['ReleaseAllocationSuccess']> = {
  allocation?: Resolver<ResolversTypes['SeatAllocation'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReleaseSeatsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseSeatsResult'] = ResolversParentTypes['ReleaseSeatsResult']> = {
  __resolveType: TypeResolveFn<'BookingStateError' | 'IdempotencyMismatchError' | 'NotFoundError' | 'ReleaseSeatsSuccess' | 'RequestInProgressError', ParentType, ContextType>;
};

export type ReleaseSeatsSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseSeatsSuccess'] = ResolversParentTypes['ReleaseSeatsSuccess']> = {
  booking?: Resolver<ResolversTypes['Booking'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RemoveOperationsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveOperationsResult'] = ResolversParentTypes['RemoveOperationsResult']> = {
  __resolveType: TypeResolveFn<'NotFoundError' | 'RemoveOperationsSuccess', ParentType, ContextType>;
};

export type RemoveOperationsSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveOperationsSuccess'] = ResolversParentTypes['RemoveOperationsSuccess']> = {
  partner?: Resolver<ResolversTypes['Partner'], ParentType, ContextType>;
  removedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReplayWebhookEventsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplayWebhookEventsResult'] = ResolversParentTypes['ReplayWebhookEventsResult']> = {
  __resolveType: TypeResolveFn<'NotFoundError' | 'ReplayWebhookEventsSuccess' | 'WebhookEndpointDisabledError' | 'WebhookReplayLimitError', ParentType, ContextType>;
};

export type ReplayWebhookEventsSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplayWebhookEventsSuccess'] = ResolversParentTypes['ReplayWebhookEventsSuccess']> = {
  endpoint?: Resolver<ResolversTypes['WebhookEndpoint'], ParentType, ContextType>;
  replayedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RequestEmailVerificationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestEmailVerificationResult'] = ResolversParentTypes['RequestEmailVerificationResult']> = {
  __resolveType: TypeResolveFn<'EmailAlreadyVerifiedError' | 'NoEmailAddressError' | 'RequestEmailVerificationSuccess', ParentType, ContextType>;
};

export type RequestEmailVerificationSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestEmailVerificationSuccess'] = ResolversParentTypes['RequestEmailVerificationSuccess']> = {
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RequestInProgressErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestInProgressError'] = ResolversParentTypes['RequestInProgressError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RequestPasswordResetResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestPasswordResetResult'] = ResolversParentTypes['RequestPasswordResetResult']> = {
  __resolveType: TypeResolveFn<'InvalidEmailAddressError' | 'RequestPasswordResetSuccess', ParentType, ContextType>;
};

export type RequestPasswordResetSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestPasswordResetSuccess'] = ResolversParentTypes['RequestPasswordResetSuccess']> = {
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ResetPasswordResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResetPasswordResult'] = ResolversParentTypes['ResetPasswordResult']> = {
  __resolveType: TypeResolveFn<'InvalidEmailTokenError' | 'InvalidPasswordError' | 'ResetPasswordSuccess', ParentType, ContextType>;
};

export type ResetPasswordSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResetPasswordSuccess'] = ResolversParentTypes['ResetPasswordSuccess']> = {
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RevokePartnerKeyResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokePartnerKeyResult'] = ResolversParentTypes['RevokePartnerKeyResult']> = {
  __resolveType: TypeResolveFn<'NotFoundError' | 'RevokePartnerKeySuccess', ParentType, ContextType>;
};

export type RevokePartnerKeySuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokePartnerKeySuccess'] = ResolversParentTypes['RevokePartnerKeySuccess']> = {
  key?: Resolver<ResolversTypes['PartnerKey'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RotatePartnerKeyResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RotatePartnerKeyResult'] = ResolversParentTypes['RotatePartnerKeyResult']> = {
  __resolveType: TypeResolveFn<'InvalidPartnerKeyError' | 'NotFoundError' | 'PartnerKeyEndedError' | 'PartnerKeyLimitError' | 'RotatePartnerKeySuccess', ParentType, ContextType>;
};

export type RotatePartnerKeySuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RotatePartnerKeySuccess'] = ResolversParentTypes['RotatePartnerKeySuccess']> = {
  key?: Resolver<ResolversTypes['PartnerKey'], ParentType, ContextType>;
  replacedKey?: Resolver<ResolversTypes['PartnerKey'], ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RotateWebhookSecretResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RotateWebhookSecretResult'] = ResolversParentTypes['RotateWebhookSecretResult']> = {
  __resolveType: TypeResolveFn<'NotFoundError' | 'RotateWebhookSecretSuccess', ParentType, ContextType>;
};

export type RotateWebhookSecretSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RotateWebhookSecretSuccess'] = ResolversParentTypes['RotateWebhookSecretSuccess']> = {
  endpoint?: Resolver<ResolversTypes['WebhookEndpoint'], ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ScreenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Screen'] = ResolversParentTypes['Screen']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  seatCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  theater?: Resolver<ResolversTypes['Theater'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SeatAllocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeatAllocation'] = ResolversParentTypes['SeatAllocation']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  freeSeats?: Resolver<Array<ResolversTypes['ShowSeat']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  partnerName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  seats?: Resolver<Array<ResolversTypes['ShowSeat']>, ParentType, ContextType>;
  show?: Resolver<ResolversTypes['Show'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SeatAllocationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeatAllocationConnection'] = ResolversParentTypes['SeatAllocationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SeatAllocationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SeatAllocation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SeatAllocationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeatAllocationEdge'] = ResolversParentTypes['SeatAllocationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SeatAllocation'], ParentType, ContextType>;
};

export type SeatCodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeatCode'] = ResolversParentTypes['SeatCode']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SeatStatus'], ParentType, ContextType>;
};

export type SeatEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeatEvent'] = ResolversParentTypes['SeatEvent']> = {
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['SeatStatus']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['SeatStatus']>, ParentType, ContextType>;
  bookingId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cause?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  heldUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SeatEventConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeatEventConnection'] = ResolversParentTypes['SeatEventConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SeatEventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SeatEvent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SeatEventEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeatEventEdge'] = ResolversParentTypes['SeatEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SeatEvent'], ParentType, ContextType>;
};

export type SeatLayoutResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeatLayout'] = ResolversParentTypes['SeatLayout']> = {
  rows?: Resolver<Array<ResolversTypes['SeatLayoutRow']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SeatLayoutRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeatLayoutRow'] = ResolversParentTypes['SeatLayoutRow']> = {
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  seats?: Resolver<Array<ResolversTypes['SeatPlace']>, ParentType, ContextType>;
};

export type SeatLimitExceededErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeatLimitExceededError'] = ResolversParentTypes['SeatLimitExceededError']> = {
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SeatMapResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeatMap'] = ResolversParentTypes['SeatMap']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  layoutVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  legend?: Resolver<Array<ResolversTypes['SeatCode']>, ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes['SeatRow']>, ParentType, ContextType>;
  seatCodes?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SeatMapChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeatMapChange'] = ResolversParentTypes['SeatMapChange']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SeatMapChangeKind'], ParentType, ContextType>;
  seats?: Resolver<Array<ResolversTypes['SeatState']>, ParentType, ContextType>;
};

export type SeatPlaceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeatPlace'] = ResolversParentTypes['SeatPlace']> = {
  isAccessible?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  seatId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['SeatType'], ParentType, ContextType>;
  x?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  y?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SeatRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeatRow'] = ResolversParentTypes['SeatRow']> = {
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  seats?: Resolver<Array<ResolversTypes['ShowSeat']>, ParentType, ContextType>;
};

export type SeatStateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeatState'] = ResolversParentTypes['SeatState']> = {
  seatId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SeatStatus'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SeatsLostErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeatsLostError'] = ResolversParentTypes['SeatsLostError']> = {
  booking?: Resolver<ResolversTypes['Booking'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SeatsUnavailableErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeatsUnavailableError'] = ResolversParentTypes['SeatsUnavailableError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  seats?: Resolver<Array<ResolversTypes['UnavailableSeat']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ServerBusyErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServerBusyError'] = ResolversParentTypes['ServerBusyError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ShowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Show'] = ResolversParentTypes['Show']> = {
  allocations?: Resolver<ResolversTypes['SeatAllocationConnection'], ParentType, ContextType, RequireFields<ShowAllocationsArgs, 'first'>>;
  availability?: Resolver<ResolversTypes['Availability'], ParentType, ContextType>;
  cancellationPolicy?: Resolver<ResolversTypes['CancellationPolicy'], ParentType, ContextType>;
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  format?: Resolver<ResolversTypes['ShowFormat'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  movie?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
  priceRange?: Resolver<ResolversTypes['PriceRange'], ParentType, ContextType>;
  screen?: Resolver<ResolversTypes['Screen'], ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ShowStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ShowClosedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShowClosedError'] = ResolversParentTypes['ShowClosedError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  show?: Resolver<ResolversTypes['Show'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ShowConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShowConnection'] = ResolversParentTypes['ShowConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ShowEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Show']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ShowEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShowEdge'] = ResolversParentTypes['ShowEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Show'], ParentType, ContextType>;
};

export type ShowSeatResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShowSeat'] = ResolversParentTypes['ShowSeat']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isAccessible?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  row?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SeatStatus'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['SeatType'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  x?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  y?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SignInAsGuestResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignInAsGuestResult'] = ResolversParentTypes['SignInAsGuestResult']> = {
  __resolveType: TypeResolveFn<'RateLimitedError' | 'SignInAsGuestSuccess', ParentType, ContextType>;
};

export type SignInAsGuestSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignInAsGuestSuccess'] = ResolversParentTypes['SignInAsGuestSuccess']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refreshToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  viewer?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SignInResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignInResult'] = ResolversParentTypes['SignInResult']> = {
  __resolveType: TypeResolveFn<'CaptchaRequiredError' | 'InvalidCredentialsError' | 'RateLimitedError' | 'SignInSuccess', ParentType, ContextType>;
};

export type SignInSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignInSuccess'] = ResolversParentTypes['SignInSuccess']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refreshToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  viewer?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SignOutEverywhereResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignOutEverywhereResult'] = ResolversParentTypes['SignOutEverywhereResult']> = {
  __resolveType: TypeResolveFn<'SignOutEverywhereSuccess', ParentType, ContextType>;
};

export type SignOutEverywhereSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignOutEverywhereSuccess'] = ResolversParentTypes['SignOutEverywhereSuccess']> = {
  endedSessions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SignOutResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignOutResult'] = ResolversParentTypes['SignOutResult']> = {
  __resolveType: TypeResolveFn<'NoSessionError' | 'SignOutSuccess', ParentType, ContextType>;
};

export type SignOutSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignOutSuccess'] = ResolversParentTypes['SignOutSuccess']> = {
  endedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SignUpResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignUpResult'] = ResolversParentTypes['SignUpResult']> = {
  __resolveType: TypeResolveFn<'CaptchaRequiredError' | 'EmailTakenError' | 'InvalidSignUpError' | 'RateLimitedError' | 'SignUpSuccess', ParentType, ContextType>;
};

export type SignUpSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignUpSuccess'] = ResolversParentTypes['SignUpSuccess']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refreshToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  viewer?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  seatMapChanged?: SubscriptionResolver<ResolversTypes['SeatMapChange'], "seatMapChanged", ParentType, ContextType, RequireFields<SubscriptionSeatMapChangedArgs, 'showId'>>;
  waitingRoomChanged?: SubscriptionResolver<ResolversTypes['WaitingPlace'], "waitingRoomChanged", ParentType, ContextType, RequireFields<SubscriptionWaitingRoomChangedArgs, 'showId'>>;
};

export type SwapSeatsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SwapSeatsResult'] = ResolversParentTypes['SwapSeatsResult']> = {
  __resolveType: TypeResolveFn<'AllocationExceededError' | 'BookingStateError' | 'HoldExpiredError' | 'IdempotencyMismatchError' | 'NotFoundError' | 'RequestInProgressError' | 'SeatLimitExceededError' | 'SeatsUnavailableError' | 'ShowClosedError' | 'SwapSeatsSuccess', ParentType, ContextType>;
};

export type SwapSeatsSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SwapSeatsSuccess'] = ResolversParentTypes['SwapSeatsSuccess']> = {
  booking?: Resolver<ResolversTypes['Booking'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TheaterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Theater'] = ResolversParentTypes['Theater']> = {
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  city?: Resolver<ResolversTypes['City'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  latitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  longitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  screens?: Resolver<Array<ResolversTypes['Screen']>, ParentType, ContextType>;
  shows?: Resolver<ResolversTypes['ShowConnection'], ParentType, ContextType, RequireFields<TheaterShowsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TheaterConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TheaterConnection'] = ResolversParentTypes['TheaterConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TheaterEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Theater']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TheaterEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TheaterEdge'] = ResolversParentTypes['TheaterEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Theater'], ParentType, ContextType>;
};

export type TicketResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Ticket'] = ResolversParentTypes['Ticket']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  issuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  pdfUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  qrPngUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  qrSvgUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  seat?: Resolver<ResolversTypes['ShowSeat'], ParentType, ContextType>;
  show?: Resolver<ResolversTypes['Show'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TicketStatus'], ParentType, ContextType>;
  usedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TicketAlreadyUsedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TicketAlreadyUsedError'] = ResolversParentTypes['TicketAlreadyUsedError']> = {
  gate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  theater?: Resolver<ResolversTypes['Theater'], ParentType, ContextType>;
  ticket?: Resolver<ResolversTypes['Ticket'], ParentType, ContextType>;
  usedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TicketVoidErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TicketVoidError'] = ResolversParentTypes['TicketVoidError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  voidedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface TimeZoneScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['TimeZone'], any> {
  name: 'TimeZone';
}

export type TransferBookingResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransferBookingResult'] = ResolversParentTypes['TransferBookingResult']> = {
  __resolveType: TypeResolveFn<'BookingStateError' | 'IdempotencyMismatchError' | 'NotFoundError' | 'RequestInProgressError' | 'ShowClosedError' | 'TransferBookingSuccess', ParentType, ContextType>;
};

export type TransferBookingSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransferBookingSuccess'] = ResolversParentTypes['TransferBookingSuccess']> = {
  booking?: Resolver<ResolversTypes['Booking'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TransferClosedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransferClosedError'] = ResolversParentTypes['TransferClosedError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UnavailableSeatResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnavailableSeat'] = ResolversParentTypes['UnavailableSeat']> = {
  seatId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SeatStatus'], ParentType, ContextType>;
};

export type UpdatePartnerResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdatePartnerResult'] = ResolversParentTypes['UpdatePartnerResult']> = {
  __resolveType: TypeResolveFn<'InvalidPartnerError' | 'NotFoundError' | 'PartnerNameTakenError' | 'UpdatePartnerSuccess', ParentType, ContextType>;
};

export type UpdatePartnerSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdatePartnerSuccess'] = ResolversParentTypes['UpdatePartnerSuccess']> = {
  partner?: Resolver<ResolversTypes['Partner'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateWebhookEndpointResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateWebhookEndpointResult'] = ResolversParentTypes['UpdateWebhookEndpointResult']> = {
  __resolveType: TypeResolveFn<'InvalidWebhookEndpointError' | 'NotFoundError' | 'UpdateWebhookEndpointSuccess', ParentType, ContextType>;
};

export type UpdateWebhookEndpointSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateWebhookEndpointSuccess'] = ResolversParentTypes['UpdateWebhookEndpointSuccess']> = {
  endpoint?: Resolver<ResolversTypes['WebhookEndpoint'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'AdmissionRequiredError' | 'AllocationExceededError' | 'BookingStateError' | 'CaptchaRequiredError' | 'CheckInTooEarlyError' | 'EmailAlreadyVerifiedError' | 'EmailTakenError' | 'ExchangeClosedError' | 'HoldExpiredError' | 'HoldLimitExceededError' | 'HoldNotExtendableError' | 'IdempotencyMismatchError' | 'InvalidCredentialsError' | 'InvalidEmailAddressError' | 'InvalidEmailTokenError' | 'InvalidManifestError' | 'InvalidOperationsError' | 'InvalidPartnerError' | 'InvalidPartnerKeyError' | 'InvalidPasswordError' | 'InvalidPaymentAmountError' | 'InvalidRefreshTokenError' | 'InvalidSignUpError' | 'InvalidTicketError' | 'InvalidWebhookEndpointError' | 'NoEmailAddressError' | 'NoSessionError' | 'NotEnoughSeatsError' | 'NotFoundError' | 'OperationIdTakenError' | 'OperationLimitError' | 'PartnerKeyEndedError' | 'PartnerKeyLimitError' | 'PartnerNameTakenError' | 'PaymentAttemptsExceededError' | 'PaymentCaptureError' | 'PaymentDeclinedError' | 'PaymentGivenUpError' | 'PaymentRequiredError' | 'PaymentUnavailableError' | 'RateLimitedError' | 'RefreshTokenReusedError' | 'RequestInProgressError' | 'SeatLimitExceededError' | 'SeatsLostError' | 'SeatsUnavailableError' | 'ServerBusyError' | 'ShowClosedError' | 'TicketAlreadyUsedError' | 'TicketVoidError' | 'TransferClosedError' | 'WaitingRoomExistsError' | 'WebhookEndpointDisabledError' | 'WebhookEndpointLimitError' | 'WebhookReplayLimitError' | 'WrongPasswordError' | 'WrongShowError', ParentType, ContextType>;
};

export type VerifyEmailResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VerifyEmailResult'] = ResolversParentTypes['VerifyEmailResult']> = {
  __resolveType: TypeResolveFn<'InvalidEmailTokenError' | 'VerifyEmailSuccess', ParentType, ContextType>;
};

export type VerifyEmailSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VerifyEmailSuccess'] = ResolversParentTypes['VerifyEmailSuccess']> = {
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WaitingPlaceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WaitingPlace'] = ResolversParentTypes['WaitingPlace']> = {
  admission?: Resolver<Maybe<ResolversTypes['Admission']>, ParentType, ContextType>;
  estimatedSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  lotteryNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['WaitingStatus'], ParentType, ContextType>;
};

export type WaitingRoomResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WaitingRoom'] = ResolversParentTypes['WaitingRoom']> = {
  admittedPerSecond?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lottery?: Resolver<Maybe<ResolversTypes['WaitingRoomLottery']>, ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['WaitingRoomMode'], ParentType, ContextType>;
  opensAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['WaitingPlace']>, ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WaitingRoomExistsErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WaitingRoomExistsError'] = ResolversParentTypes['WaitingRoomExistsError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  waitingRoom?: Resolver<ResolversTypes['WaitingRoom'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WaitingRoomLotteryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WaitingRoomLottery'] = ResolversParentTypes['WaitingRoomLottery']> = {
  entrants?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  seed?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WaitingRoomNotRequiredResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WaitingRoomNotRequired'] = ResolversParentTypes['WaitingRoomNotRequired']> = {
  show?: Resolver<ResolversTypes['Show'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WebhookAttemptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookAttempt'] = ResolversParentTypes['WebhookAttempt']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  durationMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  excerpt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  statusCode?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type WebhookDeliveryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookDelivery'] = ResolversParentTypes['WebhookDelivery']> = {
  attemptCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  attempts?: Resolver<Array<ResolversTypes['WebhookAttempt']>, ParentType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  eventId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  eventType?: Resolver<ResolversTypes['WebhookEventType'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nextAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['WebhookDeliveryStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WebhookDeliveryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookDeliveryConnection'] = ResolversParentTypes['WebhookDeliveryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['WebhookDeliveryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['WebhookDelivery']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WebhookDeliveryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookDeliveryEdge'] = ResolversParentTypes['WebhookDeliveryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['WebhookDelivery'], ParentType, ContextType>;
};

export type WebhookEndpointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookEndpoint'] = ResolversParentTypes['WebhookEndpoint']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deliveries?: Resolver<ResolversTypes['WebhookDeliveryConnection'], ParentType, ContextType, RequireFields<WebhookEndpointDeliveriesArgs, 'first'>>;
  disabledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  eventTypes?: Resolver<Array<ResolversTypes['WebhookEventType']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  previousSecretUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WebhookEndpointDisabledErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookEndpointDisabledError'] = ResolversParentTypes['WebhookEndpointDisabledError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WebhookEndpointLimitErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookEndpointLimitError'] = ResolversParentTypes['WebhookEndpointLimitError']> = {
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WebhookReplayLimitErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookReplayLimitError'] = ResolversParentTypes['WebhookReplayLimitError']> = {
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WithdrawTransferResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WithdrawTransferResult'] = ResolversParentTypes['WithdrawTransferResult']> = {
  __resolveType: TypeResolveFn<'BookingStateError' | 'IdempotencyMismatchError' | 'NotFoundError' | 'RequestInProgressError' | 'WithdrawTransferSuccess', ParentType, ContextType>;
};

export type WithdrawTransferSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WithdrawTransferSuccess'] = ResolversParentTypes['WithdrawTransferSuccess']> = {
  booking?: Resolver<ResolversTypes['Booking'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WrongPasswordErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WrongPasswordError'] = ResolversParentTypes['WrongPasswordError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WrongShowErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WrongShowError'] = ResolversParentTypes['WrongShowError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  show?: Resolver<ResolversTypes['Show'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AcceptTransferResult?: AcceptTransferResultResolvers<ContextType>;
  AcceptTransferSuccess?: AcceptTransferSuccessResolvers<ContextType>;
  Account?: AccountResolvers<ContextType>;
  Admission?: AdmissionResolvers<ContextType>;
  AdmissionRequiredError?: AdmissionRequiredErrorResolvers<ContextType>;
  AllocateSeatsResult?: AllocateSeatsResultResolvers<ContextType>;
  AllocateSeatsSuccess?: AllocateSeatsSuccessResolvers<ContextType>;
  AllocationExceededError?: AllocationExceededErrorResolvers<ContextType>;
  Availability?: AvailabilityResolvers<ContextType>;
  Booking?: BookingResolvers<ContextType>;
  BookingConnection?: BookingConnectionResolvers<ContextType>;
  BookingEdge?: BookingEdgeResolvers<ContextType>;
  BookingSeat?: BookingSeatResolvers<ContextType>;
  BookingStateError?: BookingStateErrorResolvers<ContextType>;
  BookingTransfer?: BookingTransferResolvers<ContextType>;
  CancelBookingResult?: CancelBookingResultResolvers<ContextType>;
  CancelBookingSuccess?: CancelBookingSuccessResolvers<ContextType>;
  CancelShowResult?: CancelShowResultResolvers<ContextType>;
  CancelShowSuccess?: CancelShowSuccessResolvers<ContextType>;
  CancellationPolicy?: CancellationPolicyResolvers<ContextType>;
  CancellationQuote?: CancellationQuoteResolvers<ContextType>;
  CancellationQuoteResult?: CancellationQuoteResultResolvers<ContextType>;
  CancellationTier?: CancellationTierResolvers<ContextType>;
  CaptchaRequiredError?: CaptchaRequiredErrorResolvers<ContextType>;
  ChangePasswordResult?: ChangePasswordResultResolvers<ContextType>;
  ChangePasswordSuccess?: ChangePasswordSuccessResolvers<ContextType>;
  CheckInTicketResult?: CheckInTicketResultResolvers<ContextType>;
  CheckInTicketSuccess?: CheckInTicketSuccessResolvers<ContextType>;
  CheckInTooEarlyError?: CheckInTooEarlyErrorResolvers<ContextType>;
  City?: CityResolvers<ContextType>;
  CloseWaitingRoomResult?: CloseWaitingRoomResultResolvers<ContextType>;
  CloseWaitingRoomSuccess?: CloseWaitingRoomSuccessResolvers<ContextType>;
  ConfirmBookingResult?: ConfirmBookingResultResolvers<ContextType>;
  ConfirmBookingSuccess?: ConfirmBookingSuccessResolvers<ContextType>;
  CreatePartnerKeyResult?: CreatePartnerKeyResultResolvers<ContextType>;
  CreatePartnerKeySuccess?: CreatePartnerKeySuccessResolvers<ContextType>;
  CreatePartnerResult?: CreatePartnerResultResolvers<ContextType>;
  CreatePartnerSuccess?: CreatePartnerSuccessResolvers<ContextType>;
  CreateWebhookEndpointResult?: CreateWebhookEndpointResultResolvers<ContextType>;
  CreateWebhookEndpointSuccess?: CreateWebhookEndpointSuccessResolvers<ContextType>;
  Currency?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  EmailAlreadyVerifiedError?: EmailAlreadyVerifiedErrorResolvers<ContextType>;
  EmailTakenError?: EmailTakenErrorResolvers<ContextType>;
  ExchangeBookingResult?: ExchangeBookingResultResolvers<ContextType>;
  ExchangeBookingSuccess?: ExchangeBookingSuccessResolvers<ContextType>;
  ExchangeClosedError?: ExchangeClosedErrorResolvers<ContextType>;
  ExtendHoldResult?: ExtendHoldResultResolvers<ContextType>;
  ExtendHoldSuccess?: ExtendHoldSuccessResolvers<ContextType>;
  HoldExpiredError?: HoldExpiredErrorResolvers<ContextType>;
  HoldLimitExceededError?: HoldLimitExceededErrorResolvers<ContextType>;
  HoldNotExtendableError?: HoldNotExtendableErrorResolvers<ContextType>;
  HoldSeatsResult?: HoldSeatsResultResolvers<ContextType>;
  HoldSeatsSuccess?: HoldSeatsSuccessResolvers<ContextType>;
  IdempotencyMismatchError?: IdempotencyMismatchErrorResolvers<ContextType>;
  InvalidCredentialsError?: InvalidCredentialsErrorResolvers<ContextType>;
  InvalidEmailAddressError?: InvalidEmailAddressErrorResolvers<ContextType>;
  InvalidEmailTokenError?: InvalidEmailTokenErrorResolvers<ContextType>;
  InvalidManifestError?: InvalidManifestErrorResolvers<ContextType>;
  InvalidOperationsError?: InvalidOperationsErrorResolvers<ContextType>;
  InvalidPartnerError?: InvalidPartnerErrorResolvers<ContextType>;
  InvalidPartnerKeyError?: InvalidPartnerKeyErrorResolvers<ContextType>;
  InvalidPasswordError?: InvalidPasswordErrorResolvers<ContextType>;
  InvalidPaymentAmountError?: InvalidPaymentAmountErrorResolvers<ContextType>;
  InvalidRefreshTokenError?: InvalidRefreshTokenErrorResolvers<ContextType>;
  InvalidSignUpError?: InvalidSignUpErrorResolvers<ContextType>;
  InvalidTicketError?: InvalidTicketErrorResolvers<ContextType>;
  InvalidWebhookEndpointError?: InvalidWebhookEndpointErrorResolvers<ContextType>;
  JoinWaitingRoomResult?: JoinWaitingRoomResultResolvers<ContextType>;
  JoinWaitingRoomSuccess?: JoinWaitingRoomSuccessResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Movie?: MovieResolvers<ContextType>;
  MovieConnection?: MovieConnectionResolvers<ContextType>;
  MovieEdge?: MovieEdgeResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NoEmailAddressError?: NoEmailAddressErrorResolvers<ContextType>;
  NoSessionError?: NoSessionErrorResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  NotEnoughSeatsError?: NotEnoughSeatsErrorResolvers<ContextType>;
  NotFoundError?: NotFoundErrorResolvers<ContextType>;
  OpenWaitingRoomResult?: OpenWaitingRoomResultResolvers<ContextType>;
  OpenWaitingRoomSuccess?: OpenWaitingRoomSuccessResolvers<ContextType>;
  OperationIdTakenError?: OperationIdTakenErrorResolvers<ContextType>;
  OperationLimitError?: OperationLimitErrorResolvers<ContextType>;
  PaceWaitingRoomResult?: PaceWaitingRoomResultResolvers<ContextType>;
  PaceWaitingRoomSuccess?: PaceWaitingRoomSuccessResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PartialPaymentSuccess?: PartialPaymentSuccessResolvers<ContextType>;
  Partner?: PartnerResolvers<ContextType>;
  PartnerConnection?: PartnerConnectionResolvers<ContextType>;
  PartnerEdge?: PartnerEdgeResolvers<ContextType>;
  PartnerKey?: PartnerKeyResolvers<ContextType>;
  PartnerKeyConnection?: PartnerKeyConnectionResolvers<ContextType>;
  PartnerKeyEdge?: PartnerKeyEdgeResolvers<ContextType>;
  PartnerKeyEndedError?: PartnerKeyEndedErrorResolvers<ContextType>;
  PartnerKeyLimitError?: PartnerKeyLimitErrorResolvers<ContextType>;
  PartnerNameTakenError?: PartnerNameTakenErrorResolvers<ContextType>;
  PartnerOperation?: PartnerOperationResolvers<ContextType>;
  PartnerOperationConnection?: PartnerOperationConnectionResolvers<ContextType>;
  PartnerOperationEdge?: PartnerOperationEdgeResolvers<ContextType>;
  Payment?: PaymentResolvers<ContextType>;
  PaymentActionRequired?: PaymentActionRequiredResolvers<ContextType>;
  PaymentAttemptsExceededError?: PaymentAttemptsExceededErrorResolvers<ContextType>;
  PaymentCaptureError?: PaymentCaptureErrorResolvers<ContextType>;
  PaymentDeclinedError?: PaymentDeclinedErrorResolvers<ContextType>;
  PaymentGivenUpError?: PaymentGivenUpErrorResolvers<ContextType>;
  PaymentRequiredError?: PaymentRequiredErrorResolvers<ContextType>;
  PaymentUnavailableError?: PaymentUnavailableErrorResolvers<ContextType>;
  PriceRange?: PriceRangeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RateLimitedError?: RateLimitedErrorResolvers<ContextType>;
  RefreshSessionResult?: RefreshSessionResultResolvers<ContextType>;
  RefreshSessionSuccess?: RefreshSessionSuccessResolvers<ContextType>;
  RefreshTokenReusedError?: RefreshTokenReusedErrorResolvers<ContextType>;
  Refund?: RefundResolvers<ContextType>;
  RefusedOperation?: RefusedOperationResolvers<ContextType>;
  RegisterOperationsResult?: RegisterOperationsResultResolvers<ContextType>;
  RegisterOperationsSuccess?: RegisterOperationsSuccessResolvers<ContextType>;
  ReleaseAllocationResult?: ReleaseAllocationResultResolvers<ContextType>;
  ReleaseAllocationSuccess?: ReleaseAllocationSuccessResolvers<ContextType>;
  ReleaseSeatsResult?: ReleaseSeatsResultResolvers<ContextType>;
  ReleaseSeatsSuccess?: ReleaseSeatsSuccessResolvers<ContextType>;
  RemoveOperationsResult?: RemoveOperationsResultResolvers<ContextType>;
  RemoveOperationsSuccess?: RemoveOperationsSuccessResolvers<ContextType>;
  ReplayWebhookEventsResult?: ReplayWebhookEventsResultResolvers<ContextType>;
  ReplayWebhookEventsSuccess?: ReplayWebhookEventsSuccessResolvers<ContextType>;
  RequestEmailVerificationResult?: RequestEmailVerificationResultResolvers<ContextType>;
  RequestEmailVerificationSuccess?: RequestEmailVerificationSuccessResolvers<ContextType>;
  RequestInProgressError?: RequestInProgressErrorResolvers<ContextType>;
  RequestPasswordResetResult?: RequestPasswordResetResultResolvers<ContextType>;
  RequestPasswordResetSuccess?: RequestPasswordResetSuccessResolvers<ContextType>;
  ResetPasswordResult?: ResetPasswordResultResolvers<ContextType>;
  ResetPasswordSuccess?: ResetPasswordSuccessResolvers<ContextType>;
  RevokePartnerKeyResult?: RevokePartnerKeyResultResolvers<ContextType>;
  RevokePartnerKeySuccess?: RevokePartnerKeySuccessResolvers<ContextType>;
  RotatePartnerKeyResult?: RotatePartnerKeyResultResolvers<ContextType>;
  RotatePartnerKeySuccess?: RotatePartnerKeySuccessResolvers<ContextType>;
  RotateWebhookSecretResult?: RotateWebhookSecretResultResolvers<ContextType>;
  RotateWebhookSecretSuccess?: RotateWebhookSecretSuccessResolvers<ContextType>;
  Screen?: ScreenResolvers<ContextType>;
  SeatAllocation?: SeatAllocationResolvers<ContextType>;
  SeatAllocationConnection?: SeatAllocationConnectionResolvers<ContextType>;
  SeatAllocationEdge?: SeatAllocationEdgeResolvers<ContextType>;
  SeatCode?: SeatCodeResolvers<ContextType>;
  SeatEvent?: SeatEventResolvers<ContextType>;
  SeatEventConnection?: SeatEventConnectionResolvers<ContextType>;
  SeatEventEdge?: SeatEventEdgeResolvers<ContextType>;
  SeatLayout?: SeatLayoutResolvers<ContextType>;
  SeatLayoutRow?: SeatLayoutRowResolvers<ContextType>;
  SeatLimitExceededError?: SeatLimitExceededErrorResolvers<ContextType>;
  SeatMap?: SeatMapResolvers<ContextType>;
  SeatMapChange?: SeatMapChangeResolvers<ContextType>;
  SeatPlace?: SeatPlaceResolvers<ContextType>;
  SeatRow?: SeatRowResolvers<ContextType>;
  SeatState?: SeatStateResolvers<ContextType>;
  SeatsLostError?: SeatsLostErrorResolvers<ContextType>;
  SeatsUnavailableError?: SeatsUnavailableErrorResolvers<ContextType>;
  ServerBusyError?: ServerBusyErrorResolvers<ContextType>;
  Show?: ShowResolvers<ContextType>;
  ShowClosedError?: ShowClosedErrorResolvers<ContextType>;
  ShowConnection?: ShowConnectionResolvers<ContextType>;
  ShowEdge?: ShowEdgeResolvers<ContextType>;
  ShowSeat?: ShowSeatResolvers<ContextType>;
  SignInAsGuestResult?: SignInAsGuestResultResolvers<ContextType>;
  SignInAsGuestSuccess?: SignInAsGuestSuccessResolvers<ContextType>;
  SignInResult?: SignInResultResolvers<ContextType>;
  SignInSuccess?: SignInSuccessResolvers<ContextType>;
  SignOutEverywhereResult?: SignOutEverywhereResultResolvers<ContextType>;
  SignOutEverywhereSuccess?: SignOutEverywhereSuccessResolvers<ContextType>;
  SignOutResult?: SignOutResultResolvers<ContextType>;
  SignOutSuccess?: SignOutSuccessResolvers<ContextType>;
  SignUpResult?: SignUpResultResolvers<ContextType>;
  SignUpSuccess?: SignUpSuccessResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  SwapSeatsResult?: SwapSeatsResultResolvers<ContextType>;
  SwapSeatsSuccess?: SwapSeatsSuccessResolvers<ContextType>;
  Theater?: TheaterResolvers<ContextType>;
  TheaterConnection?: TheaterConnectionResolvers<ContextType>;
  TheaterEdge?: TheaterEdgeResolvers<ContextType>;
  Ticket?: TicketResolvers<ContextType>;
  TicketAlreadyUsedError?: TicketAlreadyUsedErrorResolvers<ContextType>;
  TicketVoidError?: TicketVoidErrorResolvers<ContextType>;
  TimeZone?: GraphQLScalarType;
  TransferBookingResult?: TransferBookingResultResolvers<ContextType>;
  TransferBookingSuccess?: TransferBookingSuccessResolvers<ContextType>;
  TransferClosedError?: TransferClosedErrorResolvers<ContextType>;
  UnavailableSeat?: UnavailableSeatResolvers<ContextType>;
  UpdatePartnerResult?: UpdatePartnerResultResolvers<ContextType>;
  UpdatePartnerSuccess?: UpdatePartnerSuccessResolvers<ContextType>;
  UpdateWebhookEndpointResult?: UpdateWebhookEndpointResultResolvers<ContextType>;
  UpdateWebhookEndpointSuccess?: UpdateWebhookEndpointSuccessResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  VerifyEmailResult?: VerifyEmailResultResolvers<ContextType>;
  VerifyEmailSuccess?: VerifyEmailSuccessResolvers<ContextType>;
  WaitingPlace?: WaitingPlaceResolvers<ContextType>;
  WaitingRoom?: WaitingRoomResolvers<ContextType>;
  WaitingRoomExistsError?: WaitingRoomExistsErrorResolvers<ContextType>;
  WaitingRoomLottery?: WaitingRoomLotteryResolvers<ContextType>;
  WaitingRoomNotRequired?: WaitingRoomNotRequiredResolvers<ContextType>;
  WebhookAttempt?: WebhookAttemptResolvers<ContextType>;
  WebhookDelivery?: WebhookDeliveryResolvers<ContextType>;
  WebhookDeliveryConnection?: WebhookDeliveryConnectionResolvers<ContextType>;
  WebhookDeliveryEdge?: WebhookDeliveryEdgeResolvers<ContextType>;
  WebhookEndpoint?: WebhookEndpointResolvers<ContextType>;
  WebhookEndpointDisabledError?: WebhookEndpointDisabledErrorResolvers<ContextType>;
  WebhookEndpointLimitError?: WebhookEndpointLimitErrorResolvers<ContextType>;
  WebhookReplayLimitError?: WebhookReplayLimitErrorResolvers<ContextType>;
  WithdrawTransferResult?: WithdrawTransferResultResolvers<ContextType>;
  WithdrawTransferSuccess?: WithdrawTransferSuccessResolvers<ContextType>;
  WrongPasswordError?: WrongPasswordErrorResolvers<ContextType>;
  WrongShowError?: WrongShowErrorResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  auth?: AuthDirectiveResolver<any, any, ContextType>;
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
  cost?: CostDirectiveResolver<any, any, ContextType>;
  listSize?: ListSizeDirectiveResolver<any, any, ContextType>;
};
