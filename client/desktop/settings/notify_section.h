// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "client/desktop/context.h"
#include "client/desktop/translated.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QTimeEdit;

namespace jjak::desktop {

class Notifications;

//! The settings about being disturbed: how much notifications tell, quiet hours, "do not disturb", the tray. Everything
//! counts at once.
class NotifySection final : public Translated<QWidget> {
    Q_OBJECT

public:
    NotifySection(Context &context, Notifications &notifications, QWidget *parent = nullptr);

    QComboBox *detail() const { return m_detail; }
    QCheckBox *quiet() const { return m_quiet; }
    QTimeEdit *from() const { return m_from; }
    QTimeEdit *to() const { return m_to; }
    QPushButton *pause() const { return m_pause; }
    QCheckBox *tray() const { return m_tray; }

protected:
    void retranslate() override;

private:
    void arrange();
    void connectParts();
    void refresh();
    void choose();

    Context &m_context;
    Notifications &m_notifications;
    QLabel *m_detailLabel;
    QComboBox *m_detail;
    QCheckBox *m_quiet;
    QLabel *m_fromLabel;
    QTimeEdit *m_from;
    QLabel *m_toLabel;
    QTimeEdit *m_to;
    QLabel *m_quietNote;
    QPushButton *m_pause;
    QLabel *m_pauseNote;
    QCheckBox *m_tray;
    QLabel *m_trayNote;
};

} // namespace jjak::desktop
