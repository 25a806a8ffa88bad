// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/frame/connection_bar.h"

#include <QPushButton>
#include <QVBoxLayout>

#include "client/core/sentences.h"
#include "client/desktop/kit/banner.h"

namespace jjak::desktop {

namespace {

constexpr int calmMs = 1500;

} // namespace

ConnectionBar::ConnectionBar(Context &context, QWidget *parent)
    : Translated(parent), m_context(context), m_banner(new Banner(context.theme, this)), m_button(m_banner->findChild<QPushButton *>())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_banner);
    m_clock.setInterval(500);
    m_calm.setSingleShot(true);
    m_calm.setInterval(calmMs);
    connect(&m_clock, &QTimer::timeout, this, &ConnectionBar::count);
    connect(&m_calm, &QTimer::timeout, this, &ConnectionBar::showBusy);
    connect(&context.session, &client::Session::stateChanged, this, &ConnectionBar::refresh);
    connect(&context.session, &client::Session::outboxChanged, this, &ConnectionBar::refresh);
    connect(m_banner, &Banner::actionTriggered, &context.session, &client::Session::tryNow);
    refresh();
}

void ConnectionBar::refresh()
{
    m_clock.stop();
    switch (m_context.session.connectionState()) {
    case client::ConnectionState::Ready:
    case client::ConnectionState::Connected:
    case client::ConnectionState::Offline:
        m_calm.stop();
        m_said.clear();
        m_banner->clear();
        return;
    case client::ConnectionState::Connecting:
    case client::ConnectionState::Syncing:
        if (!m_said.isEmpty())
            showBusy();
        else if (!m_calm.isActive())
            m_calm.start();
        return;
    case client::ConnectionState::Waiting:
        m_calm.stop();
        showWaiting();
        return;
    }
}

void ConnectionBar::showBusy()
{
    m_said = client::label(m_context.session.connectionState());
    m_banner->say(Banner::Tone::Info, m_said);
}

void ConnectionBar::showWaiting()
{
    const client::LinkProblem problem = m_context.session.problem();
    const bool usual = problem == client::LinkProblem::Lost || problem == client::LinkProblem::Unreachable || problem == client::LinkProblem::None;
    if (!usual)
        m_said = client::sentence(problem);
    else if (m_context.session.unsentCount() > 0)
        m_said = tr("No connection. What you wrote is kept and will be sent.");
    else
        m_said = tr("No connection. You can read everything that is here.");
    m_banner->say(Banner::Tone::Warning, m_said, tr("Try now"));
    count();
    m_clock.start();
}

//! Only the button counts: the sentence would be read out anew every second.
void ConnectionBar::count()
{
    const Duration left = m_context.session.retryAt() - std::chrono::floor<Duration>(std::chrono::system_clock::now());
    const int seconds = int(std::max<qint64>(1, (left.count() + 999) / 1000));
    m_button->setText(tr("Try now (%n s)", nullptr, seconds));
}

} // namespace jjak::desktop
