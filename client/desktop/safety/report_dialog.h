// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <functional>

#include "client/desktop/context.h"

class QButtonGroup;
class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace jjak::desktop {

//! Tells the moderators about somebody: a reason, a few words, and whether to block too. Says what will be sent.
class ReportDialog final : public QDialog {
    Q_OBJECT

public:
    using Sent = std::function<void(const Result<> &)>;
    using Send = std::function<void(protocol::ReportReason reason, const QString &note, bool block, const Sent &sent)>;

    ReportDialog(Context &context, client::Whom whom, const QString &name, QWidget *parent);
    //! About somebody whom the caller knows how to report: `evidence` says what the moderators will see.
    ReportDialog(Context &context, const QString &name, const QString &evidence, Send send, QWidget *parent);

Q_SIGNALS:
    //! The server has it; `blocked` as it was asked for.
    void reported(bool blocked);

private:
    QWidget *makeReasons();
    void send();

    Context &m_context;
    Send m_how;
    QButtonGroup *m_reasons;
    QPlainTextEdit *m_note;
    QCheckBox *m_block;
    QLabel *m_error;
    QPushButton *m_send;
};

} // namespace jjak::desktop
