// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Campaign} from "../../test/contracts/support/solidity/Campaign.sol";
import {RecordActions} from "../../test/contracts/support/solidity/RecordActions.sol";

/// @dev Stands here, since the runner calls only contracts of the files that it was given.
contract RecordHandler is RecordActions {}

/// @title What holds for records while licences, consents and epochs come and go
contract RecordInvariants is Campaign {
    RecordHandler private _handler;

    function setUp() external {
        _handler = new RecordHandler();
        handlerAddress = address(_handler);
    }

    /// @notice Who may author does, and nobody else; what was authored keeps its author and its time.
    function invariant_recordsAreWhatTheirAuthorsPublished() external view {
        _handler.requireNothingBroken();
        _handler.requireRecordsAsTheirAuthorsLeftThem();
    }
}
