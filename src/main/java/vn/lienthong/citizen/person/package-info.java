/** How people are told apart: number, name, birth date, and the fields a register may tell. */
@NullMarked
package vn.lienthong.citizen.person;

import org.jspecify.annotations.NullMarked;
