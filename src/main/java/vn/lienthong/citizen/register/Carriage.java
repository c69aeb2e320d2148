package vn.lienthong.citizen.register;

/** Brings one envelope to a register and the answer's envelope back. Used once. */
@FunctionalInterface
interface Carriage {
    /** The answer's envelope, whole and of a size we take. */
    byte[] carry(byte[] envelope) throws CarriageFailed;
}
