// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "client/core/settings/settings.h"
#include "client/desktop/context.h"
#include "client/desktop/nearby/own_place.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace jjak::desktop {

//! Chooses where one is: from the list of places that comes with the program, or from the computer's location service.
//! What it answers is a name and a cell, never a coordinate.
class PlaceDialog final : public QDialog {
    Q_OBJECT

public:
    PlaceDialog(Context &context, QWidget *parent, OwnPlace::Factory factory = OwnPlace::systemSource);

    //! The label for a cell: the name of the place nearest to its middle.
    static QString labelFor(const Context &context, Cell cell);

Q_SIGNALS:
    void chosen(const jjak::client::SavedPlace &place);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search(const QString &typed);
    void choose();
    void useOwn();
    void ownFailed(OwnPlace::Failure failure);

    Context &m_context;
    OwnPlace *m_own;
    QList<client::Place> m_found;
    QLineEdit *m_edit;
    QListWidget *m_list;
    QLabel *m_note;
    QPushButton *m_mine;
    QPushButton *m_ok;
};

} // namespace jjak::desktop
