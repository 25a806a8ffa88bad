// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

//! Reads a catalogue of translations and finds what would show up wrong in a client.
namespace jjak::style {

//! One sentence of a catalogue and its translations: one, or one for each number form.
struct Sentence {
    QString context;
    QString source;
    QString comment;
    QString type; //!< empty once somebody has finished it
    bool numerus = false;
    QStringList forms;

    //! Context, source and comment: what makes it another sentence for Qt.
    QString key() const;
};

//! Empty if this is no catalogue.
QList<Sentence> readCatalogue(const QByteArray &xml);

//! What is unfinished, or has not this many number forms.
QStringList unfinishedIn(const QList<Sentence> &catalogue, qsizetype numberForms);

//! Whose translation lacks or adds a placeholder, a mnemonic, a line break, a command or a key.
QStringList differencesIn(const QList<Sentence> &catalogue);

} // namespace jjak::style
