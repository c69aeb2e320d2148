/** Where files lie: what every such place promises, and the bucket of an S3-compatible store. */
@NullMarked
package vn.lienthong.document.internal;

import org.jspecify.annotations.NullMarked;
