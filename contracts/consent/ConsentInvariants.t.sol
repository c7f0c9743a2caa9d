// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Campaign} from "../../test/contracts/support/solidity/Campaign.sol";
import {ConsentActions} from "../../test/contracts/support/solidity/ConsentActions.sol";

/// @dev Stands here, since the runner calls only contracts of the files that it was given.
contract ConsentHandler is ConsentActions {}

/// @title What holds for consents whatever anybody does, signs, brings or forges, and however time goes
contract ConsentInvariants is Campaign {
    ConsentHandler private _handler;

    function setUp() external {
        _handler = new ConsentHandler();
        handlerAddress = address(_handler);
    }

    /// @notice All in one campaign: a campaign takes longer than all that is asked after each of its steps.
    function invariant_consentsAreWhatTheSubjectsSaid() external view {
        _handler.requireNothingBroken();
        _handler.requireOnlySubjectsMovedTheirCharts();
        _handler.requireActiveExactlyWhenGranted();
        _handler.requireNoncesCountChanges();
    }
}
