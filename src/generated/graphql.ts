import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Account as AccountRow } from '../modules/accounts/index.js';
import type { City as CityRow, Theater as TheaterRow, Screen as ScreenRow } from '../modules/theaters/index.js';
import type { Movie as MovieRow } from '../modules/catalog/index.js';
import type { Show as ShowRow } from '../modules/shows/index.js';
import type { SeatMap as SeatMapRow, SeatLayout as LayoutOfSeats, SeatRow as SeatRowRow, ShowSeat as ShowSeatRow, SeatMapChange as SeatMapChangeRow, SeatEvent as SeatEventRow, SeatState as SeatStateRow } from '../modules/seatmaps/index.js';
import type { Booking as BookingRow, UnavailableSeat as UnavailableSeatRow, PolicyQuote, CancellationPolicy as CancellationPolicyRow, OpenAmount, AmountError, AmountDue, Action, Exchanged, Transfer, BookingRef, BookingError, CancelledBooking, ShowError, BookingSeat as BookingSeatRow } from '../modules/bookings/index.js';
import type { PaymentWithRefunds as PaymentRow, PublicRefund as RefundRow } from '../modules/payments/index.js';
import type { Ticket as TicketRow, UsedTicket, WrongShow } from '../modules/tickets/index.js';
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
  /** The email address, null for a guest. */
  email: Maybe<Scalars['String']['output']>;
  /** The global id. */
  id: Scalars['ID']['output'];
  /** Whether this account was made by signInAsGuest. */
  isGuest: Scalars['Boolean']['output'];
  /** The name given at sign-up, null for a guest. */
  name: Maybe<Scalars['String']['output']>;
};


/** Somebody who buys tickets. */
export type AccountBookingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
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

/** Returned when the email address already has an account. Sign in instead. */
export type EmailTakenError = UserError & {
  __typename?: 'EmailTakenError';
  /** Which address is taken. */
  message: Scalars['String']['output'];
};

/** Which seats to take in the place of those of which booking. */
export type ExchangeBookingInput = {
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
export type ExchangeBookingResult = BookingStateError | ExchangeBookingSuccess | ExchangeClosedError | IdempotencyMismatchError | InvalidPaymentAmountError | NotFoundError | PaymentActionRequired | PaymentAttemptsExceededError | PaymentCaptureError | PaymentDeclinedError | PaymentGivenUpError | PaymentRequiredError | PaymentUnavailableError | RequestInProgressError | SeatLimitExceededError | SeatsUnavailableError | ShowClosedError;

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
export type HoldSeatsResult = CaptchaRequiredError | HoldLimitExceededError | HoldSeatsSuccess | IdempotencyMismatchError | NotFoundError | RateLimitedError | RequestInProgressError | SeatLimitExceededError | SeatsUnavailableError | ServerBusyError | ShowClosedError;

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
  /** Cancels a confirmed booking, or some of its seats: what the policy of the show says goes back to the buyer. */
  cancelBooking: CancelBookingResult;
  /** Lets the holder of a ticket in, once. For the staff of the theater: anybody else gets the error FORBIDDEN. */
  checkInTicket: CheckInTicketResult;
  /** Pays for a hold and makes its seats the buyer's. */
  confirmBooking: ConfirmBookingResult;
  /** Takes other seats in the place of those of a confirmed booking, at the same show or another: the difference is paid or refunded. What cancelling gave back at the earlier show is the most it gives back at the later one. */
  exchangeBooking: ExchangeBookingResult;
  /** Makes a hold longer, from now on, up to the longest time a hold may have. */
  extendHold: ExtendHoldResult;
  /** Holds seats of a show for some minutes: all of them or none. */
  holdSeats: HoldSeatsResult;
  /** Gives seats of a hold back: all of them or some. */
  releaseSeats: ReleaseSeatsResult;
  /** Signs in to an account by its password. */
  signIn: SignInResult;
  /** Signs in without an account: a guest can hold and book, and is known by the token alone. */
  signInAsGuest: SignInAsGuestResult;
  /** Opens an account and signs it in. */
  signUp: SignUpResult;
  /** Takes other seats of the show into a hold, in the place of some or all it has: all of them or none. */
  swapSeats: SwapSeatsResult;
  /** Offers a confirmed booking to another person, who accepts it by the code that this gives. */
  transferBooking: TransferBookingResult;
  /** Takes back the offer of a booking that nobody has accepted yet. */
  withdrawTransfer: WithdrawTransferResult;
};


/** What can be done. */
export type MutationAcceptTransferArgs = {
  input: AcceptTransferInput;
};


/** What can be done. */
export type MutationCancelBookingArgs = {
  input: CancelBookingInput;
};


/** What can be done. */
export type MutationCheckInTicketArgs = {
  input: CheckInTicketInput;
};


/** What can be done. */
export type MutationConfirmBookingArgs = {
  input: ConfirmBookingInput;
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
export type MutationReleaseSeatsArgs = {
  input: ReleaseSeatsInput;
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
export type MutationWithdrawTransferArgs = {
  input: WithdrawTransferInput;
};

/** An object that `node` finds again by its id. */
export type Node = {
  /** The global id: opaque, and unique among all objects of this API. */
  id: Scalars['ID']['output'];
};

/** Returned when what an input refers to does not exist, or belongs to somebody else. */
export type NotFoundError = UserError & {
  __typename?: 'NotFoundError';
  /** What was not found. */
  message: Scalars['String']['output'];
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
  /**
   * All that has happened to a seat at a show, the first event first; null if there is no such show. For the staff of its
   * theater: FORBIDDEN for others.
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

/** Money of a payment that goes back. */
export type Refund = {
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

/** Returned when the same request, by its idempotency key, is worked on at this moment. Send it again for its answer. */
export type RequestInProgressError = UserError & {
  __typename?: 'RequestInProgressError';
  /** That the request is worked on. */
  message: Scalars['String']['output'];
  /** How long to wait before it is sent again. */
  retryAfterSeconds: Scalars['Int']['output'];
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

/** A character of seatCodes. */
export type SeatCode = {
  __typename?: 'SeatCode';
  /** The character. */
  code: Scalars['String']['output'];
  /** The status it stands for. */
  status: SeatStatus;
};

/** A change of a seat at a show, from the log that every change leaves a row in. */
export type SeatEvent = {
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
  /** The global id of the ShowSeat: holdSeats takes it. */
  id: Scalars['ID']['output'];
  /** Whether there is room for a wheelchair. */
  isAccessible: Scalars['Boolean']['output'];
  /** Row and number, as printed on a ticket: `F12`. */
  label: Scalars['String']['output'];
  /** Its number within the row. */
  number: Scalars['Int']['output'];
  /** What it costs. */
  price: Money;
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
 * Returned when more holds wait than the server can take on. Nothing was done, and the answer is not kept: send the same request again, with
 * the same key.
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
  /** The token for `Authorization: Bearer` and for `connectionParams.authorization`. It cannot be had again: keep it. */
  accessToken: Scalars['String']['output'];
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
  /** The account that is signed in. */
  viewer: Account;
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
};


/** What can be watched. */
export type SubscriptionSeatMapChangedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
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
export type SwapSeatsResult = BookingStateError | HoldExpiredError | IdempotencyMismatchError | NotFoundError | RequestInProgressError | SeatLimitExceededError | SeatsUnavailableError | ShowClosedError | SwapSeatsSuccess;

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
  id: Scalars['ID']['output'];
  /** Its status at that moment. */
  status: SeatStatus;
};

/** An expected refusal of a mutation. Every error in a result union implements it, so a client can show a member it does not know. */
export type UserError = {
  /** What went wrong and what to do next, in English, fit to be shown to a person. */
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
  CancelBookingResult:
    | ( BookingError & { __typename: 'BookingStateError' } )
    | ( CancelledBooking & { __typename: 'CancelBookingSuccess' } )
    | ( IdempotencyMismatchError & { __typename: 'IdempotencyMismatchError' } )
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( RequestInProgressError & { __typename: 'RequestInProgressError' } )
    | ( ShowError & { __typename: 'ShowClosedError' } )
  ;
  CancellationQuoteResult:
    | ( BookingError & { __typename: 'BookingStateError' } )
    | ( PolicyQuote & { __typename: 'CancellationQuote' } )
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( ShowError & { __typename: 'ShowClosedError' } )
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
  ExchangeBookingResult:
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
  ReleaseSeatsResult:
    | ( BookingError & { __typename: 'BookingStateError' } )
    | ( IdempotencyMismatchError & { __typename: 'IdempotencyMismatchError' } )
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( BookingRef & { __typename: 'ReleaseSeatsSuccess' } )
    | ( RequestInProgressError & { __typename: 'RequestInProgressError' } )
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
  SignUpResult:
    | ( CaptchaRequiredError & { __typename: 'CaptchaRequiredError' } )
    | ( EmailTakenError & { __typename: 'EmailTakenError' } )
    | ( InvalidSignUpError & { __typename: 'InvalidSignUpError' } )
    | ( RateLimitedError & { __typename: 'RateLimitedError' } )
    | ( Omit<SignUpSuccess, 'viewer'> & { viewer: _RefType['Account'] } & { __typename: 'SignUpSuccess' } )
  ;
  SwapSeatsResult:
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
    | ( PaymentRow & { __typename: 'Payment' } )
    | ( ScreenRow & { __typename: 'Screen' } )
    | ( ShowRow & { __typename: 'Show' } )
    | ( ShowSeatRow & { __typename: 'ShowSeat' } )
    | ( TheaterRow & { __typename: 'Theater' } )
    | ( TicketRow & { __typename: 'Ticket' } )
  ;
  UserError:
    | ( BookingError & { __typename: 'BookingStateError' } )
    | ( CaptchaRequiredError & { __typename: 'CaptchaRequiredError' } )
    | ( CheckInTooEarlyError & { __typename: 'CheckInTooEarlyError' } )
    | ( EmailTakenError & { __typename: 'EmailTakenError' } )
    | ( BookingError & { __typename: 'ExchangeClosedError' } )
    | ( BookingError & { __typename: 'HoldExpiredError' } )
    | ( HoldLimitExceededError & { __typename: 'HoldLimitExceededError' } )
    | ( BookingError & { __typename: 'HoldNotExtendableError' } )
    | ( IdempotencyMismatchError & { __typename: 'IdempotencyMismatchError' } )
    | ( InvalidCredentialsError & { __typename: 'InvalidCredentialsError' } )
    | ( AmountError & { __typename: 'InvalidPaymentAmountError' } )
    | ( InvalidSignUpError & { __typename: 'InvalidSignUpError' } )
    | ( InvalidTicketError & { __typename: 'InvalidTicketError' } )
    | ( NotFoundError & { __typename: 'NotFoundError' } )
    | ( PaymentAttemptsExceededError & { __typename: 'PaymentAttemptsExceededError' } )
    | ( BookingError & { __typename: 'PaymentCaptureError' } )
    | ( PaymentDeclinedError & { __typename: 'PaymentDeclinedError' } )
    | ( PaymentGivenUpError & { __typename: 'PaymentGivenUpError' } )
    | ( AmountDue & { __typename: 'PaymentRequiredError' } )
    | ( PaymentUnavailableError & { __typename: 'PaymentUnavailableError' } )
    | ( RateLimitedError & { __typename: 'RateLimitedError' } )
    | ( RequestInProgressError & { __typename: 'RequestInProgressError' } )
    | ( SeatLimitExceededError & { __typename: 'SeatLimitExceededError' } )
    | ( BookingError & { __typename: 'SeatsLostError' } )
    | ( Omit<SeatsUnavailableError, 'seats'> & { seats: Array<_RefType['UnavailableSeat']> } & { __typename: 'SeatsUnavailableError' } )
    | ( ServerBusyError & { __typename: 'ServerBusyError' } )
    | ( ShowError & { __typename: 'ShowClosedError' } )
    | ( UsedTicket & { __typename: 'TicketAlreadyUsedError' } )
    | ( TicketVoidError & { __typename: 'TicketVoidError' } )
    | ( TransferClosedError & { __typename: 'TransferClosedError' } )
    | ( WrongShow & { __typename: 'WrongShowError' } )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AcceptTransferInput: AcceptTransferInput;
  AcceptTransferResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AcceptTransferResult']>;
  AcceptTransferSuccess: ResolverTypeWrapper<BookingRef>;
  Account: ResolverTypeWrapper<AccountRow>;
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
  CancellationPolicy: ResolverTypeWrapper<CancellationPolicyRow>;
  CancellationQuote: ResolverTypeWrapper<PolicyQuote>;
  CancellationQuoteResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CancellationQuoteResult']>;
  CancellationReason: CancellationReason;
  CancellationTier: ResolverTypeWrapper<CancellationTier>;
  CaptchaRequiredError: ResolverTypeWrapper<CaptchaRequiredError>;
  CheckInTicketInput: CheckInTicketInput;
  CheckInTicketResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CheckInTicketResult']>;
  CheckInTicketSuccess: ResolverTypeWrapper<Omit<CheckInTicketSuccess, 'ticket'> & { ticket: ResolversTypes['Ticket'] }>;
  CheckInTooEarlyError: ResolverTypeWrapper<CheckInTooEarlyError>;
  City: ResolverTypeWrapper<CityRow>;
  ConfirmBookingInput: ConfirmBookingInput;
  ConfirmBookingResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ConfirmBookingResult']>;
  ConfirmBookingSuccess: ResolverTypeWrapper<BookingRef>;
  ContactInput: ContactInput;
  Currency: ResolverTypeWrapper<Scalars['Currency']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
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
  InvalidPaymentAmountError: ResolverTypeWrapper<AmountError>;
  InvalidSignUpError: ResolverTypeWrapper<InvalidSignUpError>;
  InvalidTicketError: ResolverTypeWrapper<InvalidTicketError>;
  Money: ResolverTypeWrapper<Money>;
  Movie: ResolverTypeWrapper<MovieRow>;
  MovieConnection: ResolverTypeWrapper<Omit<MovieConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['MovieEdge']>, nodes: Array<ResolversTypes['Movie']> }>;
  MovieEdge: ResolverTypeWrapper<Omit<MovieEdge, 'node'> & { node: ResolversTypes['Movie'] }>;
  MovieFilter: MovieFilter;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  NotFoundError: ResolverTypeWrapper<NotFoundError>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PartialPaymentSuccess: ResolverTypeWrapper<OpenAmount>;
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
  Refund: ResolverTypeWrapper<RefundRow>;
  RefundStatus: RefundStatus;
  ReleaseSeatsInput: ReleaseSeatsInput;
  ReleaseSeatsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReleaseSeatsResult']>;
  ReleaseSeatsSuccess: ResolverTypeWrapper<BookingRef>;
  RequestInProgressError: ResolverTypeWrapper<RequestInProgressError>;
  Screen: ResolverTypeWrapper<ScreenRow>;
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
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  WithdrawTransferInput: WithdrawTransferInput;
  WithdrawTransferResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['WithdrawTransferResult']>;
  WithdrawTransferSuccess: ResolverTypeWrapper<BookingRef>;
  WrongShowError: ResolverTypeWrapper<WrongShow>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AcceptTransferInput: AcceptTransferInput;
  AcceptTransferResult: ResolversUnionTypes<ResolversParentTypes>['AcceptTransferResult'];
  AcceptTransferSuccess: BookingRef;
  Account: AccountRow;
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
  CancellationPolicy: CancellationPolicyRow;
  CancellationQuote: PolicyQuote;
  CancellationQuoteResult: ResolversUnionTypes<ResolversParentTypes>['CancellationQuoteResult'];
  CancellationTier: CancellationTier;
  CaptchaRequiredError: CaptchaRequiredError;
  CheckInTicketInput: CheckInTicketInput;
  CheckInTicketResult: ResolversUnionTypes<ResolversParentTypes>['CheckInTicketResult'];
  CheckInTicketSuccess: Omit<CheckInTicketSuccess, 'ticket'> & { ticket: ResolversParentTypes['Ticket'] };
  CheckInTooEarlyError: CheckInTooEarlyError;
  City: CityRow;
  ConfirmBookingInput: ConfirmBookingInput;
  ConfirmBookingResult: ResolversUnionTypes<ResolversParentTypes>['ConfirmBookingResult'];
  ConfirmBookingSuccess: BookingRef;
  ContactInput: ContactInput;
  Currency: Scalars['Currency']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
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
  InvalidPaymentAmountError: AmountError;
  InvalidSignUpError: InvalidSignUpError;
  InvalidTicketError: InvalidTicketError;
  Money: Money;
  Movie: MovieRow;
  MovieConnection: Omit<MovieConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['MovieEdge']>, nodes: Array<ResolversParentTypes['Movie']> };
  MovieEdge: Omit<MovieEdge, 'node'> & { node: ResolversParentTypes['Movie'] };
  MovieFilter: MovieFilter;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  NotFoundError: NotFoundError;
  PageInfo: PageInfo;
  PartialPaymentSuccess: OpenAmount;
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
  Refund: RefundRow;
  ReleaseSeatsInput: ReleaseSeatsInput;
  ReleaseSeatsResult: ResolversUnionTypes<ResolversParentTypes>['ReleaseSeatsResult'];
  ReleaseSeatsSuccess: BookingRef;
  RequestInProgressError: RequestInProgressError;
  Screen: ScreenRow;
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
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  WithdrawTransferInput: WithdrawTransferInput;
  WithdrawTransferResult: ResolversUnionTypes<ResolversParentTypes>['WithdrawTransferResult'];
  WithdrawTransferSuccess: BookingRef;
  WrongShowError: WrongShow;
};

export type CacheControlDirectiveArgs = {
  maxAge: Scalars['Int']['input'];
};

export type CacheControlDirectiveResolver<Result, Parent, ContextType = Context, Args = CacheControlDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

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
  isGuest?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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

export type ConfirmBookingResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfirmBookingResult'] = ResolversParentTypes['ConfirmBookingResult']> = {
  __resolveType: TypeResolveFn<'BookingStateError' | 'ConfirmBookingSuccess' | 'HoldExpiredError' | 'IdempotencyMismatchError' | 'InvalidPaymentAmountError' | 'NotFoundError' | 'PartialPaymentSuccess' | 'PaymentActionRequired' | 'PaymentAttemptsExceededError' | 'PaymentCaptureError' | 'PaymentDeclinedError' | 'PaymentGivenUpError' | 'PaymentUnavailableError' | 'RequestInProgressError' | 'SeatsLostError' | 'ShowClosedError', ParentType, ContextType>;
};

export type ConfirmBookingSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfirmBookingSuccess'] = ResolversParentTypes['ConfirmBookingSuccess']> = {
  booking?: Resolver<ResolversTypes['Booking'], ParentType, ContextType>;
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

export type EmailTakenErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailTakenError'] = ResolversParentTypes['EmailTakenError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExchangeBookingResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExchangeBookingResult'] = ResolversParentTypes['ExchangeBookingResult']> = {
  __resolveType: TypeResolveFn<'BookingStateError' | 'ExchangeBookingSuccess' | 'ExchangeClosedError' | 'IdempotencyMismatchError' | 'InvalidPaymentAmountError' | 'NotFoundError' | 'PaymentActionRequired' | 'PaymentAttemptsExceededError' | 'PaymentCaptureError' | 'PaymentDeclinedError' | 'PaymentGivenUpError' | 'PaymentRequiredError' | 'PaymentUnavailableError' | 'RequestInProgressError' | 'SeatLimitExceededError' | 'SeatsUnavailableError' | 'ShowClosedError', ParentType, ContextType>;
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
  __resolveType: TypeResolveFn<'CaptchaRequiredError' | 'HoldLimitExceededError' | 'HoldSeatsSuccess' | 'IdempotencyMismatchError' | 'NotFoundError' | 'RateLimitedError' | 'RequestInProgressError' | 'SeatLimitExceededError' | 'SeatsUnavailableError' | 'ServerBusyError' | 'ShowClosedError', ParentType, ContextType>;
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

export type InvalidPaymentAmountErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidPaymentAmountError'] = ResolversParentTypes['InvalidPaymentAmountError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
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
  cancelBooking?: Resolver<ResolversTypes['CancelBookingResult'], ParentType, ContextType, RequireFields<MutationCancelBookingArgs, 'input'>>;
  checkInTicket?: Resolver<ResolversTypes['CheckInTicketResult'], ParentType, ContextType, RequireFields<MutationCheckInTicketArgs, 'input'>>;
  confirmBooking?: Resolver<ResolversTypes['ConfirmBookingResult'], ParentType, ContextType, RequireFields<MutationConfirmBookingArgs, 'input'>>;
  exchangeBooking?: Resolver<ResolversTypes['ExchangeBookingResult'], ParentType, ContextType, RequireFields<MutationExchangeBookingArgs, 'input'>>;
  extendHold?: Resolver<ResolversTypes['ExtendHoldResult'], ParentType, ContextType, RequireFields<MutationExtendHoldArgs, 'input'>>;
  holdSeats?: Resolver<ResolversTypes['HoldSeatsResult'], ParentType, ContextType, RequireFields<MutationHoldSeatsArgs, 'input'>>;
  releaseSeats?: Resolver<ResolversTypes['ReleaseSeatsResult'], ParentType, ContextType, RequireFields<MutationReleaseSeatsArgs, 'input'>>;
  signIn?: Resolver<ResolversTypes['SignInResult'], ParentType, ContextType, RequireFields<MutationSignInArgs, 'input'>>;
  signInAsGuest?: Resolver<ResolversTypes['SignInAsGuestResult'], ParentType, ContextType>;
  signUp?: Resolver<ResolversTypes['SignUpResult'], ParentType, ContextType, RequireFields<MutationSignUpArgs, 'input'>>;
  swapSeats?: Resolver<ResolversTypes['SwapSeatsResult'], ParentType, ContextType, RequireFields<MutationSwapSeatsArgs, 'input'>>;
  transferBooking?: Resolver<ResolversTypes['TransferBookingResult'], ParentType, ContextType, RequireFields<MutationTransferBookingArgs, 'input'>>;
  withdrawTransfer?: Resolver<ResolversTypes['WithdrawTransferResult'], ParentType, ContextType, RequireFields<MutationWithdrawTransferArgs, 'input'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Account' | 'Booking' | 'City' | 'Movie' | 'Payment' | 'Screen' | 'Show' | 'ShowSeat' | 'Theater' | 'Ticket', ParentType, ContextType>;
};

export type NotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotFoundError'] = ResolversParentTypes['NotFoundError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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
  seatHistory?: Resolver<Maybe<ResolversTypes['SeatEventConnection']>, ParentType, ContextType, RequireFields<QuerySeatHistoryArgs, 'seatId'>>;
  seatLayout?: Resolver<Maybe<ResolversTypes['SeatLayout']>, ParentType, ContextType, RequireFields<QuerySeatLayoutArgs, 'showId'>>;
  seatMap?: Resolver<Maybe<ResolversTypes['SeatMap']>, ParentType, ContextType, RequireFields<QuerySeatMapArgs, 'showId'>>;
  show?: Resolver<Maybe<ResolversTypes['Show']>, ParentType, ContextType, RequireFields<QueryShowArgs, 'id'>>;
  shows?: Resolver<ResolversTypes['ShowConnection'], ParentType, ContextType, RequireFields<QueryShowsArgs, 'first'>>;
  theater?: Resolver<Maybe<ResolversTypes['Theater']>, ParentType, ContextType, RequireFields<QueryTheaterArgs, 'id'>>;
  theaters?: Resolver<ResolversTypes['TheaterConnection'], ParentType, ContextType, RequireFields<QueryTheatersArgs, 'first'>>;
  viewer?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
};

export type RateLimitedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RateLimitedError'] = ResolversParentTypes['RateLimitedError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RefundResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Refund'] = ResolversParentTypes['Refund']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RefundStatus'], ParentType, ContextType>;
};

export type ReleaseSeatsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseSeatsResult'] = ResolversParentTypes['ReleaseSeatsResult']> = {
  __resolveType: TypeResolveFn<'BookingStateError' | 'IdempotencyMismatchError' | 'NotFoundError' | 'ReleaseSeatsSuccess' | 'RequestInProgressError', ParentType, ContextType>;
};

export type ReleaseSeatsSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseSeatsSuccess'] = ResolversParentTypes['ReleaseSeatsSuccess']> = {
  booking?: Resolver<ResolversTypes['Booking'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RequestInProgressErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestInProgressError'] = ResolversParentTypes['RequestInProgressError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ScreenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Screen'] = ResolversParentTypes['Screen']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  seatCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  theater?: Resolver<ResolversTypes['Theater'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isAccessible?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
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
  viewer?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SignInResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignInResult'] = ResolversParentTypes['SignInResult']> = {
  __resolveType: TypeResolveFn<'CaptchaRequiredError' | 'InvalidCredentialsError' | 'RateLimitedError' | 'SignInSuccess', ParentType, ContextType>;
};

export type SignInSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignInSuccess'] = ResolversParentTypes['SignInSuccess']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  viewer?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SignUpResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignUpResult'] = ResolversParentTypes['SignUpResult']> = {
  __resolveType: TypeResolveFn<'CaptchaRequiredError' | 'EmailTakenError' | 'InvalidSignUpError' | 'RateLimitedError' | 'SignUpSuccess', ParentType, ContextType>;
};

export type SignUpSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignUpSuccess'] = ResolversParentTypes['SignUpSuccess']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  viewer?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  seatMapChanged?: SubscriptionResolver<ResolversTypes['SeatMapChange'], "seatMapChanged", ParentType, ContextType, RequireFields<SubscriptionSeatMapChangedArgs, 'showId'>>;
};

export type SwapSeatsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SwapSeatsResult'] = ResolversParentTypes['SwapSeatsResult']> = {
  __resolveType: TypeResolveFn<'BookingStateError' | 'HoldExpiredError' | 'IdempotencyMismatchError' | 'NotFoundError' | 'RequestInProgressError' | 'SeatLimitExceededError' | 'SeatsUnavailableError' | 'ShowClosedError' | 'SwapSeatsSuccess', ParentType, ContextType>;
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
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SeatStatus'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'BookingStateError' | 'CaptchaRequiredError' | 'CheckInTooEarlyError' | 'EmailTakenError' | 'ExchangeClosedError' | 'HoldExpiredError' | 'HoldLimitExceededError' | 'HoldNotExtendableError' | 'IdempotencyMismatchError' | 'InvalidCredentialsError' | 'InvalidPaymentAmountError' | 'InvalidSignUpError' | 'InvalidTicketError' | 'NotFoundError' | 'PaymentAttemptsExceededError' | 'PaymentCaptureError' | 'PaymentDeclinedError' | 'PaymentGivenUpError' | 'PaymentRequiredError' | 'PaymentUnavailableError' | 'RateLimitedError' | 'RequestInProgressError' | 'SeatLimitExceededError' | 'SeatsLostError' | 'SeatsUnavailableError' | 'ServerBusyError' | 'ShowClosedError' | 'TicketAlreadyUsedError' | 'TicketVoidError' | 'TransferClosedError' | 'WrongShowError', ParentType, ContextType>;
};

export type WithdrawTransferResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WithdrawTransferResult'] = ResolversParentTypes['WithdrawTransferResult']> = {
  __resolveType: TypeResolveFn<'BookingStateError' | 'IdempotencyMismatchError' | 'NotFoundError' | 'RequestInProgressError' | 'WithdrawTransferSuccess', ParentType, ContextType>;
};

export type WithdrawTransferSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WithdrawTransferSuccess'] = ResolversParentTypes['WithdrawTransferSuccess']> = {
  booking?: Resolver<ResolversTypes['Booking'], ParentType, ContextType>;
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
  Availability?: AvailabilityResolvers<ContextType>;
  Booking?: BookingResolvers<ContextType>;
  BookingConnection?: BookingConnectionResolvers<ContextType>;
  BookingEdge?: BookingEdgeResolvers<ContextType>;
  BookingSeat?: BookingSeatResolvers<ContextType>;
  BookingStateError?: BookingStateErrorResolvers<ContextType>;
  BookingTransfer?: BookingTransferResolvers<ContextType>;
  CancelBookingResult?: CancelBookingResultResolvers<ContextType>;
  CancelBookingSuccess?: CancelBookingSuccessResolvers<ContextType>;
  CancellationPolicy?: CancellationPolicyResolvers<ContextType>;
  CancellationQuote?: CancellationQuoteResolvers<ContextType>;
  CancellationQuoteResult?: CancellationQuoteResultResolvers<ContextType>;
  CancellationTier?: CancellationTierResolvers<ContextType>;
  CaptchaRequiredError?: CaptchaRequiredErrorResolvers<ContextType>;
  CheckInTicketResult?: CheckInTicketResultResolvers<ContextType>;
  CheckInTicketSuccess?: CheckInTicketSuccessResolvers<ContextType>;
  CheckInTooEarlyError?: CheckInTooEarlyErrorResolvers<ContextType>;
  City?: CityResolvers<ContextType>;
  ConfirmBookingResult?: ConfirmBookingResultResolvers<ContextType>;
  ConfirmBookingSuccess?: ConfirmBookingSuccessResolvers<ContextType>;
  Currency?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
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
  InvalidPaymentAmountError?: InvalidPaymentAmountErrorResolvers<ContextType>;
  InvalidSignUpError?: InvalidSignUpErrorResolvers<ContextType>;
  InvalidTicketError?: InvalidTicketErrorResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Movie?: MovieResolvers<ContextType>;
  MovieConnection?: MovieConnectionResolvers<ContextType>;
  MovieEdge?: MovieEdgeResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  NotFoundError?: NotFoundErrorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PartialPaymentSuccess?: PartialPaymentSuccessResolvers<ContextType>;
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
  Refund?: RefundResolvers<ContextType>;
  ReleaseSeatsResult?: ReleaseSeatsResultResolvers<ContextType>;
  ReleaseSeatsSuccess?: ReleaseSeatsSuccessResolvers<ContextType>;
  RequestInProgressError?: RequestInProgressErrorResolvers<ContextType>;
  Screen?: ScreenResolvers<ContextType>;
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
  UserError?: UserErrorResolvers<ContextType>;
  WithdrawTransferResult?: WithdrawTransferResultResolvers<ContextType>;
  WithdrawTransferSuccess?: WithdrawTransferSuccessResolvers<ContextType>;
  WrongShowError?: WrongShowErrorResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
};
