// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "client/desktop/context.h"
#include "client/desktop/translated.h"

class QPushButton;

namespace jjak::desktop {

class Banner;

//! The thin bar that says how the connection is when it is not as it should be: why, when the next attempt is, and a
//! button that tries at once. Says nothing about interruptions so short that nobody notices them.
class ConnectionBar final : public Translated<QWidget> {
    Q_OBJECT

public:
    explicit ConnectionBar(Context &context, QWidget *parent = nullptr);
    Banner *banner() const { return m_banner; }
    void refresh();

protected:
    void retranslate() override { refresh(); }

private:
    void showWaiting();
    void showBusy();
    void count();

    Context &m_context;
    Banner *m_banner;
    QPushButton *m_button;
    QTimer m_clock;
    QTimer m_calm; //!< runs while a short interruption is overlooked
    QString m_said;
};

} // namespace jjak::desktop
