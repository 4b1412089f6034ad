export { type PricedShow, priceSeat, priceSeats, type SeatType } from './priceSeats.js'
