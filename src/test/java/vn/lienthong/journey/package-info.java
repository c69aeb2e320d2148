/** Whole journeys, one per channel and direction, told in the words of the people who live them. */
package vn.lienthong.journey;
