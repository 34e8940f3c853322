#include "ui/policies/draft/presence_row.h"

#include "ui/policies/draft/draft_presence.h"
#include "ui/shared/avatar.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QLabel>

namespace signalbox {
namespace {

constexpr std::size_t mostNamesShown = 4;

}

PresenceRow::PresenceRow(Theme& theme, const DraftPresence& presence, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_presence(presence), m_row(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("draftEditors"));
    m_row->setContentsMargins(0, 0, theme.px(16), 0);
    m_row->setSpacing(theme.px(6));
    connect(&presence, &DraftPresence::changed, this, &PresenceRow::refresh);
    refresh();
}

void PresenceRow::refresh()
{
    while (QLayoutItem* item = m_row->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const auto others = m_presence.others();
    QStringList all;
    for (std::size_t i = 0; i < others.size(); ++i) {
        const QString words = tr("%1, at %2").arg(others[i].name, others[i].place);
        all << words;
        if (i >= mostNamesShown)
            continue;
        auto* avatar = new Avatar(m_theme, this);
        avatar->setPerson(others[i].name, AvatarKind::Agent);
        avatar->setToolTip(words.toHtmlEscaped());
        m_row->addWidget(avatar);
    }
    const QString words = others.empty() ? QString()
        : others.size() == 1             ? all.front()
                                         : tr("%1 others edit this draft").arg(others.size());
    if (!words.isEmpty()) {
        QLabel* label = newLabel(words, m_theme, TextStyle::Secondary, ThemeColor::TextMuted, this);
        label->setToolTip(all.join(u'\n').toHtmlEscaped());
        m_row->addWidget(label);
    }
    setAccessibleName(all.isEmpty() ? QString() : tr("Also editing: %1").arg(all.join(QStringLiteral("; "))));
    setVisible(!others.empty());
}

}
