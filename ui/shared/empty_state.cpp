#include "ui/shared/empty_state.h"

#include "ui/shared/buttons.h"
#include "ui/shared/themed.h"

#include <QLabel>
#include <QVBoxLayout>

namespace signalbox {

using namespace Qt::StringLiterals;

EmptyState::EmptyState(Theme& theme, const QString& sentence, const QString& buttonText, QWidget* parent)
    : QWidget(parent),
      m_sentence(newParagraph(sentence, theme, TextStyle::Body, ThemeColor::TextMuted)),
      m_button(newButton(buttonText, u"emptyStateButton"_s))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(24));
    column->setSpacing(theme.px(12));
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setMaximumWidth(theme.px(420));
    m_sentence->setMinimumWidth(theme.px(160));
    m_sentence->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto* middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(m_sentence, 8);
    middle->addStretch(1);
    column->addStretch(2);
    column->addLayout(middle);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    m_button->setVisible(!buttonText.isEmpty());
}

void EmptyState::setSentence(const QString& sentence) { m_sentence->setText(sentence); }

}
