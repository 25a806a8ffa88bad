// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "client/core/lounge/lounge.h"
#include "client/people/talk.h"

//! What demo people are called in the lounge, and what they write there. All of it fits the limits of the protocol.
namespace jjak::people {

//! The name of the person of that number (from 0); after `taken` refusals another one.
QString loungeName(int number, int taken, Speech speech);
//! What that person tells; which of their posts it is, from 0.
client::PostDraft loungePost(int number, int nth, Speech speech);
//! Things to say about whatever somebody wrote.
QStringList loungeComments(Speech speech);

} // namespace jjak::people
