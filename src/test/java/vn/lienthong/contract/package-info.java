/** The written contract against itself: schemas, samples and the OpenAPI description. */
package vn.lienthong.contract;
