#include "ui/conversation/moves/target_picker.h"

#include "ui/conversation/moves/target_delegate.h"
#include "ui/shared/themed.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

TargetPicker::TargetPicker(Theme& theme, std::vector<MoveTarget> targets, const QString& name,
                           const QString& placeholder, QWidget* parent)
    : QWidget(parent), m_targets(std::move(targets)), m_words(new QLineEdit(this)), m_list(new QListWidget(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(8));
    m_words->setObjectName(QStringLiteral("targetWords"));
    m_words->setAccessibleName(name);
    m_words->setPlaceholderText(placeholder);
    m_words->setMaxLength(200);
    m_words->installEventFilter(this);
    setFocusProxy(m_words);
    column->addWidget(m_words);
    m_list->setObjectName(QStringLiteral("targetList"));
    m_list->setAccessibleName(name);
    m_list->setItemDelegate(new TargetDelegate(theme, m_list));
    m_list->setMouseTracking(true);
    m_list->setFixedHeight(theme.px(34) * 6 + theme.px(8));
    makeField(*m_list);
    column->addWidget(m_list);
    connect(m_words, &QLineEdit::textChanged, this, &TargetPicker::search);
    connect(m_list, &QListWidget::currentRowChanged, this, &TargetPicker::changed);
    connect(m_list, &QListWidget::itemActivated, this, &TargetPicker::activated);
    search({});
}

void TargetPicker::search(const QString& words)
{
    m_list->clear();
    for (std::size_t i = 0; i < m_targets.size(); ++i)
        if (matchesWords(m_targets[i], words)) {
            auto* item = new QListWidgetItem(m_targets[i].name, m_list);
            item->setData(TargetDelegate::DetailRole, m_targets[i].detail);
            item->setData(TargetDelegate::KindRole, int(m_targets[i].kind));
            item->setData(TargetDelegate::PresenceRole, int(m_targets[i].presence));
            item->setData(TargetDelegate::IndexRole, int(i));
            item->setData(Qt::AccessibleTextRole, tr("%1, %2").arg(m_targets[i].name, m_targets[i].detail));
        }
    m_list->setCurrentRow(m_list->count() > 0 ? 0 : -1);
    Q_EMIT changed();
}

const MoveTarget* TargetPicker::chosen() const
{
    const QListWidgetItem* item = m_list->currentItem();
    return item ? &m_targets[std::size_t(item->data(TargetDelegate::IndexRole).toInt())] : nullptr;
}

QString TargetPicker::whyNone() const
{
    if (chosen())
        return {};
    return m_targets.empty() ? tr("There is nobody else here yet.") : tr("Nobody and nothing is called that.");
}

bool TargetPicker::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const int step = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
    if (step == 0)
        return QWidget::eventFilter(watched, event);   // Enter is the dialog's default button
    if (m_list->count() > 0)
        m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
    return true;
}

}
