// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>
#include <memory>

#include "server/app/ports/match_pool.h"

namespace jjak::contract {

//! What every MatchPool promises. A test program derives from it and says how its pool is made.
class MatchPoolContract : public QObject {
    Q_OBJECT

public:
    using Make = std::function<std::unique_ptr<app::MatchPool>()>;
    //! As many steps are compared with the definition in each region.
    explicit MatchPoolContract(Make make, int steps = 3000) : m_make(std::move(make)), m_steps(steps) {}

private Q_SLOTS:
    void emptyPoolHasNobody();
    void nobodyIsTheirOwnPartner();
    void longestWaitingComesFirst();
    void frontComesBeforeWaiting();
    void nearestOfEquallyLongWaiting();
    void bothReachesMustCover();
    void sameAreaIsOneCell();
    void neighboursMeetAcrossTheDateLine();
    void neighboursMeetAtThePole();
    void refusedPartnersAreAskedInOrder();
    void addReplaces();
    void removedIsGone();
    void clearedIsEmpty();
    void countStopsAtMost();
    void agreesWithTheDefinition_data();
    void agreesWithTheDefinition();
    void cellsOfTwoGridsLiveTogether();

private:
    Make m_make;
    const int m_steps;
};

//! What every MatchPool promises of changes that are undone or settled, and of being whole.
class MatchPoolChangesContract : public QObject {
    Q_OBJECT

public:
    explicit MatchPoolChangesContract(MatchPoolContract::Make make) : m_make(std::move(make)) {}

private Q_SLOTS:
    void undoneIsAsItWas();
    void undoneUpToAMark();
    void settledIsNotUndone();
    void isWholeWhenFilled();
    void fillingThatIsUndoneIsNone();

private:
    MatchPoolContract::Make m_make;
};

} // namespace jjak::contract
