// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "client/people/talk.h"

//! What demo people say in a blind date by themselves.
namespace jjak::people {

//! Sentences that fit a topic, by the pack its key begins with ("food.street"); of an unknown pack those that fit any.
QStringList topicLines(const QString &topic, Speech speech);
QStringList goodbyes(Speech speech);

} // namespace jjak::people
