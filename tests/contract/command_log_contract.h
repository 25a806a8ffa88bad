// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>
#include <memory>

#include "server/app/ports/command_log.h"

namespace jjak::contract {

//! What every CommandLog promises. A test program derives from it and says how a log of a given capacity is made.
class CommandLogContract : public QObject {
    Q_OBJECT

public:
    using Make = std::function<std::unique_ptr<app::CommandLog>(int capacity)>;
    explicit CommandLogContract(Make make) : m_make(std::move(make)) {}

private Q_SLOTS:
    void keepsTheOrder();
    void takesNoMoreThanAsked();
    void keepsWhatAJobIs();
    void fullLogRefuses();
    void closedLogRefusesButGivesTheRest();
    void takeWaitsForWork();
    void closeWakesTheTaker();
    void everyWriterKeepsItsOrder();

private:
    Make m_make;
};

} // namespace jjak::contract
