// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title The public key under which something can be sealed to an address
/// @notice An address publishes the public half of its identity key here, so that others can seal grants and messages
/// to it. The key itself stands in the event; the contract keeps its hash, so that nobody can serve another one.
interface IKeyDirectory {
    /// @notice The present key of an address, one storage slot: hash 192 | nonce 32 | suite 8
    /// @param hash the first 24 bytes of the keccak256 of the key
    /// @param nonce how many keys the address has published
    /// @param suite 1 X25519, 2 X-Wing, 0 none published
    struct Key {
        bytes24 hash;
        uint32 nonce;
        uint8 suite;
    }

    /// @notice What the owner of an address signs to publish a key. `nonce` is the one that {keys} shows.
    struct PublishKey {
        address owner;
        uint8 suite;
        bytes key;
        uint32 nonce;
    }

    /// @notice From now on messages to the owner are sealed under this key.
    event KeyPublished(address indexed owner, uint8 suite, bytes key);

    /// @notice There is no such suite.
    error KeySuiteUnknown(uint8 suite);

    /// @notice A key of this suite has another length.
    error KeyLengthWrong(uint8 suite, uint256 expected, uint256 given);

    /// @notice The message was signed for another key than the next one; it was used, or overtaken.
    error KeyNonceStale(address owner, uint32 expected, uint32 given);

    /// @notice The deadline of the signed message has passed.
    error KeySignatureExpired(uint256 deadline);

    /// @notice The owner did not sign this message.
    error KeySignatureInvalid(address owner);

    /// @notice Publishes the caller's key, which takes the place of the one before.
    /// @param suite 1 X25519 (32 bytes), 2 X-Wing (1,216 bytes)
    function publishKey(uint8 suite, bytes calldata key) external;

    /// @notice The same for an owner who signed it.
    /// @param deadline the last second in which the signature counts
    function publishKeyBySig(PublishKey calldata message, uint256 deadline, bytes calldata signature) external;

    /// @notice The present key of an address, as {Key}.
    function keys(address owner) external view returns (bytes24 hash, uint32 nonce, uint8 suite);
}
