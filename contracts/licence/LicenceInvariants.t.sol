// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Campaign} from "../../test/contracts/support/solidity/Campaign.sol";
import {LicenceActions} from "../../test/contracts/support/solidity/LicenceActions.sol";

/// @dev Stands here, since the runner calls only contracts of the files that it was given.
contract LicenceHandler is LicenceActions {}

/// @title What holds for licences whoever sits on the boards, and however time goes
contract LicenceInvariants is Campaign {
    LicenceHandler private _handler;

    function setUp() external {
        _handler = new LicenceHandler();
        handlerAddress = address(_handler);
    }

    /// @notice A number has one carrier, a licence is its own board's, a status keeps to the allowed edges.
    function invariant_licencesAreWhatTheirBoardsDecided() external view {
        _handler.requireNothingBroken();
        _handler.requireLicencesAsTheirBoardsLeftThem();
        _handler.requireOneCarrierForEachNumber();
    }
}
