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
    explicit MatchPoolContract(Make make) : m_make(std::move(make)) {}

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
    void roundVisitsEverybodyOnce();
    void roundGoesOnThroughChanges();
    void agreesWithTheDefinition_data();
    void agreesWithTheDefinition();
    void cellsOfTwoGridsLiveTogether();

private:
    Make m_make;
};

} // namespace jjak::contract
