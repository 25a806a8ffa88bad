// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

//! What the newcomer of --check says to others, in the language in which it runs: demo people answer in it.
namespace jjak::terminal {

//! Of a chat of two: a greeting, then a question; from 0.
QString newcomerLine(int number);
//! A part of its question, from within a word.
QString newcomerPart();
//! What stands below the image that is sent; with Hangul in every language.
QString newcomerCaption();
//! A part of that, from within a word.
QString newcomerCaptionPart();
//! About the topic of a blind date's round, from 1; never twice the same.
QString newcomerTopicLine(int round);

} // namespace jjak::terminal
