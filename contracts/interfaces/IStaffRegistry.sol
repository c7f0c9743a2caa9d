// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Whose keys work for a hospital, and until when
/// @notice A hospital appoints the keys of its staff and withdraws them again, one at a time. Nobody else can do either,
/// whoever sends the transaction: only the hospital's own transaction or its own signature counts.
///
/// Any address can appoint. It means nothing here: what an appointment is good for, and whether the one who made it is a
/// licensed hospital, is asked by the contract that relies on it.
interface IStaffRegistry {
    /// @notice What one key has from one hospital, one storage slot:
    /// validUntil 40 | appointNonce 32 | withdrawNonce 32
    /// @param validUntil the first second in which the appointment no longer counts; 0 while there is none
    /// @param appointNonce how often anything about this key changed; a signed {Appoint} names it
    /// @param withdrawNonce how often this key was withdrawn; a signed {Withdraw} names it
    struct Appointment {
        uint40 validUntil;
        uint32 appointNonce;
        uint32 withdrawNonce;
    }

    /// @notice What a hospital signs to appoint. `appointNonce` is the present one: after any change to this key the
    /// signature is worthless.
    struct Appoint {
        address hospital;
        address staff;
        uint40 validUntil;
        uint32 appointNonce;
    }

    /// @notice What a hospital signs to withdraw. No appointment that comes before it can make it fail.
    struct Withdraw {
        address hospital;
        address staff;
        uint32 withdrawNonce;
    }

    /// @notice The hospital appointed this key; it takes the place of whatever appointment the key had from it before.
    event StaffAppointed(address indexed hospital, address indexed staff, uint40 validUntil);

    /// @notice The hospital ended whatever appointment this key had from it.
    event StaffWithdrawn(address indexed hospital, address indexed staff);

    /// @notice The zero address can work for nobody.
    error StaffZero();

    /// @notice A hospital needs no appointment by itself.
    error StaffIsHospital(address hospital);

    /// @notice The appointment would have ended already.
    error StaffEndPassed(uint40 validUntil);

    /// @notice The signed message names an earlier state of this key; it was used, or overtaken.
    error StaffNonceStale(uint32 current, uint32 given);

    /// @notice The deadline of the signed message has passed.
    error StaffSignatureExpired(uint256 deadline);

    /// @notice The hospital did not sign this message.
    error StaffSignatureInvalid(address hospital);

    /// @notice Lets a key work for the caller.
    /// @param staff the address of the key
    /// @param validUntil the first second in which it no longer may
    function appoint(address staff, uint40 validUntil) external;

    /// @notice {appoint} for a hospital that signed it.
    /// @param deadline here and below: the last second in which the signature counts
    function appointBySig(Appoint calldata message, uint256 deadline, bytes calldata signature) external;

    /// @notice Ends whatever appointment a key has from the caller. Nothing can make it fail, and it needs none: so it also
    /// makes worthless what was signed for a key that nobody has brought yet.
    function withdraw(address staff) external;

    /// @notice {withdraw} for a hospital that signed it.
    function withdrawBySig(Withdraw calldata message, uint256 deadline, bytes calldata signature) external;

    /// @notice Whether a key works for a hospital now.
    function isStaff(address hospital, address staff) external view returns (bool);

    /// @notice The appointment, whether it counts now or not, as {Appointment}.
    function appointments(
        address hospital,
        address staff
    ) external view returns (uint40 validUntil, uint32 appointNonce, uint32 withdrawNonce);
}
