/** Rules that the whole house keeps, as tests. */
package vn.lienthong.architecture;
