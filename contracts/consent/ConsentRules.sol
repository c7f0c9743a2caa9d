// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IConsentRegistry} from "../interfaces/IConsentRegistry.sol";

/// @title The rules of consent
/// @notice What a subject's word changes, once it is clear that it is the subject's.
/// @dev Nonces, generation and epoch have 32 bits and wrap: who pays for 2^32 changes of the own chart may bring an own old
/// signature, or old grant, back to life. A slot is assigned in the order of which the compiler makes a single write.
abstract contract ConsentRules is IConsentRegistry {
    uint8 private constant READ = 1;
    uint8 private constant CONTRIBUTE = 2;

    /// @inheritdoc IConsentRegistry
    mapping(address subject => Chart) public charts;

    /// @inheritdoc IConsentRegistry
    mapping(address subject => mapping(address grantee => GrantState)) public grants;

    /// @inheritdoc IConsentRegistry
    function isActive(address subject, address grantee, uint8 permission) external view returns (bool) {
        if (permission > READ | CONTRIBUTE) revert ConsentPermissionUnknown(permission);
        (uint8 permissions, ) = accessOf(subject, grantee);
        return permission != 0 && permissions & permission == permission;
    }

    /// @inheritdoc IConsentRegistry
    function accessOf(address subject, address grantee) public view returns (uint8 permissions, uint32 epoch) {
        Chart storage chart = charts[subject];
        GrantState storage state = grants[subject][grantee];
        bool counts =
            state.validFrom <= block.timestamp &&
                block.timestamp < state.validUntil &&
                state.generation == chart.generation;
        return (counts ? state.permissions : 0, chart.epoch);
    }

    function _openChart(address subject, bytes32 keyset) internal {
        Chart storage chart = charts[subject];
        if (chart.generation != 0) revert ConsentChartAlreadyOpen(subject);
        if (keyset == 0) revert ConsentKeysetZero();
        chart.generation = 1;
        chart.epoch = 0;
        chart.keyset = bytes24(keyset);
        emit ChartOpened(subject, keyset);
    }

    function _grant(
        address subject,
        address grantee,
        uint8 permissions,
        uint40 validFrom,
        uint40 validUntil,
        bytes32 terms
    ) internal {
        uint32 generation = charts[subject].generation;
        if (generation == 0) revert ConsentChartNotOpen(subject);
        if (grantee == address(0)) revert ConsentGranteeZero();
        if (grantee == subject) revert ConsentGranteeIsSubject(subject);
        if (permissions == 0) revert ConsentPermissionsEmpty();
        if (validFrom < block.timestamp) validFrom = uint40(block.timestamp);
        if (validUntil <= validFrom) revert ConsentWindowEmpty(validFrom, validUntil);

        GrantState storage state = grants[subject][grantee];
        (uint32 grantNonce, uint32 revokeNonce) = (state.grantNonce, state.revokeNonce);
        state.permissions = permissions;
        state.validFrom = validFrom;
        state.validUntil = validUntil;
        state.generation = generation;
        unchecked {
            state.grantNonce = grantNonce + 1;
        }
        state.revokeNonce = revokeNonce;
        emit Granted(subject, grantee, permissions, validFrom, validUntil, terms);
    }

    /// @dev The slot is kept, with its nonces: otherwise a signature made before could come back to life.
    function _revoke(GrantState storage state, address subject, address grantee) internal {
        if (grantee == address(0)) revert ConsentGranteeZero();
        (uint32 grantNonce, uint32 revokeNonce) = (state.grantNonce, state.revokeNonce);
        state.validFrom = 0;
        state.validUntil = 0;
        state.generation = 0;
        unchecked {
            state.grantNonce = grantNonce + 1;
            state.revokeNonce = revokeNonce + 1;
        }
        state.permissions = 0;
        emit Revoked(subject, grantee);
    }

    /// @dev `rotates` tells whether the next epoch may begin with it; it does if the new keys fit.
    function _revokeAll(Chart storage chart, address subject, bool rotates, bytes32 nextKeyset) internal {
        (uint32 generation, uint32 epoch, bytes24 keyset) = (chart.generation, chart.epoch, chart.keyset);
        if (generation == 0) revert ConsentChartNotOpen(subject);
        rotates = rotates && nextKeyset != 0 && bytes24(nextKeyset) != keyset;
        unchecked {
            ++generation;
            if (rotates) ++epoch;
        }
        if (rotates) keyset = bytes24(nextKeyset);
        chart.generation = generation;
        chart.epoch = epoch;
        chart.keyset = keyset;
        emit AllRevoked(subject, generation);
        if (rotates) emit Rotated(subject, epoch, nextKeyset);
    }

    function _rotate(Chart storage chart, address subject, bytes32 nextKeyset) internal {
        if (nextKeyset == 0) revert ConsentKeysetZero();
        if (!_rotateIfItFits(chart, subject, nextKeyset)) revert ConsentKeysetUnchanged(nextKeyset);
    }

    /// @dev Starts the next epoch, if there is a chart and the new keys are not the present ones. Revocations stop here,
    /// since they must not fail for that.
    function _rotateIfItFits(Chart storage chart, address subject, bytes32 nextKeyset) internal returns (bool rotates) {
        (uint32 generation, uint32 epoch, bytes24 keyset) = (chart.generation, chart.epoch, chart.keyset);
        if (generation == 0 || keyset == bytes24(nextKeyset)) return false;
        unchecked {
            ++epoch;
        }
        chart.generation = generation;
        chart.epoch = epoch;
        chart.keyset = bytes24(nextKeyset);
        emit Rotated(subject, epoch, nextKeyset);
        return true;
    }

    function _permissions(bool read, bool contribute) internal pure returns (uint8) {
        return (read ? READ : 0) | (contribute ? CONTRIBUTE : 0);
    }
}
