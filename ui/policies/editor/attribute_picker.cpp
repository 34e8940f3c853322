#include "ui/policies/editor/attribute_picker.h"

#include "routing/rulebook/known_attributes.h"
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/editor/condition_words.h"
#include "ui/policies/editor/seen_values.h"
#include "ui/shared/themed.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QScreen>
#include <QVBoxLayout>

namespace signalbox {
namespace {

constexpr int choiceRole = Qt::UserRole;        // index of the choice; -1 for a heading
constexpr int newTypeRole = Qt::UserRole + 1;   // type of a new attribute

bool isAttributeName(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^[a-z_][a-z0-9_]*(\\.[a-z0-9_-]+)+$"));
    return text.size() <= 200 && form.match(text).hasMatch();
}

}

AttributePicker::AttributePicker(const StudioContext& context, SeenValuesStore& seen,
                                 std::optional<ValueType> onlyOfType, QWidget* parent)
    : QFrame(parent, Qt::Popup),
      m_context(context),
      m_seen(seen),
      m_type(onlyOfType),
      m_choices(attributeChoices(context.draft.rulebook(), onlyOfType)),
      m_search(new QLineEdit(this)),
      m_list(new QListWidget(this))
{
    Theme& theme = context.page.theme;
    setObjectName(QStringLiteral("attributePicker"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::Box);
    setSurface(*this, theme, ThemeColor::Panel);
    m_search->setObjectName(QStringLiteral("attributeSearch"));
    m_search->setAccessibleName(tr("Search attributes"));
    m_search->setPlaceholderText(tr("Search attributes"));
    m_search->setMaxLength(200);
    m_list->setObjectName(QStringLiteral("attributeList"));
    m_list->setAccessibleName(tr("Attributes"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_detail = newParagraph({}, theme, TextStyle::Secondary, ThemeColor::TextMuted, this);
    m_detail->setObjectName(QStringLiteral("attributeDetail"));
    m_detail->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_detail->setFixedHeight(3 * theme.lineHeight(TextStyle::Secondary) + theme.px(4));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(8), theme.px(8), theme.px(8), theme.px(8));
    column->setSpacing(theme.px(6));
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(m_detail);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &AttributePicker::fill);
    connect(m_list, &QListWidget::itemClicked, this, &AttributePicker::take);
    connect(m_list, &QListWidget::currentItemChanged, this, &AttributePicker::showDetail);
    connect(&seen, &SeenValuesStore::arrived, this, &AttributePicker::showDetail);
    fill();
}

void AttributePicker::openBelow(const QWidget& field, const QString& search)
{
    const Theme& theme = m_context.page.theme;
    resize(theme.px(340), theme.px(380));
    QPoint at = field.mapToGlobal(QPoint(0, field.height() + 2));
    if (const QScreen* const screen = field.screen()) {
        const QRect room = screen->availableGeometry();
        at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())));
        if (at.y() + height() > room.bottom())
            at.setY(std::max(room.top(), field.mapToGlobal(QPoint()).y() - height() - 2));
    }
    move(at);
    show();
    m_search->setText(search);
    m_search->setFocus(Qt::PopupFocusReason);
}

void AttributePicker::addHeading(const QString& text)
{
    auto* item = new QListWidgetItem(text, m_list);
    item->setFlags(Qt::NoItemFlags);
    item->setData(choiceRole, -1);
    item->setFont(m_context.page.theme.font(TextStyle::SectionLabel));
    item->setForeground(m_context.page.theme.color(ThemeColor::TextMuted));
}

void AttributePicker::fill()
{
    const QString wanted = m_search->text().trimmed();
    m_list->clear();
    QString group;
    QListWidgetItem* first = nullptr;
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        const AttributeChoice& choice = m_choices[i];
        const QString name = QString::fromStdString(choice.name);
        if (!wanted.isEmpty() && !choice.label.contains(wanted, Qt::CaseInsensitive)
            && !name.contains(wanted, Qt::CaseInsensitive) && !choice.group.contains(wanted, Qt::CaseInsensitive))
            continue;
        if (choice.group != group)
            addHeading(group = choice.group);
        auto* item
            = new QListWidgetItem(tr("%1   %2", "label and type of an attribute")
                                      .arg(choice.label, choice.isSchedule ? tr("schedule") : typeWords(choice.type)),
                                  m_list);
        item->setData(choiceRole, int(i));
        item->setToolTip(choice.about().toHtmlEscaped());
        if (!first)
            first = item;
    }
    if (!m_type && isAttributeName(wanted) && !typeOfAttribute(wanted.toStdString(), m_context.draft.rulebook()))
        addNewOnes(wanted);
    if (!first)
        for (int row = 0; row < m_list->count() && !first; ++row)
            if (m_list->item(row)->flags() & Qt::ItemIsEnabled)
                first = m_list->item(row);
    if (m_list->count() == 0)
        addHeading(tr("Nothing is called that. Write a new one like custom.plan"));
    m_list->setCurrentItem(first);
    showDetail();
}

void AttributePicker::addNewOnes(const QString& name)
{
    addHeading(tr("New attribute"));
    for (const ValueType type :
         {ValueType::String, ValueType::Number, ValueType::Boolean, ValueType::Set, ValueType::Time}) {
        auto* item = new QListWidgetItem(tr("Add %1 as %2").arg(name, typeWords(type)), m_list);
        item->setData(choiceRole, -1);
        item->setData(newTypeRole, int(type));
    }
}

void AttributePicker::showDetail()
{
    const QListWidgetItem* const item = m_list->currentItem();
    const int at = item ? item->data(choiceRole).toInt() : -1;
    if (at < 0) {
        m_detail->setText({});
        return;
    }
    const AttributeChoice& choice = m_choices[std::size_t(at)];
    QString words = choice.about();
    if (!choice.isSchedule)
        if (const SeenValues* const seen = m_seen.of(choice.name))
            words += QLatin1Char('\n') + seenInWords(*seen, choice.unit);
    m_detail->setText(words);
}

void AttributePicker::take(const QListWidgetItem* item)
{
    if (!item || !(item->flags() & Qt::ItemIsEnabled))
        return;
    const int at = item->data(choiceRole).toInt();
    const QString name = m_search->text().trimmed();
    const QVariant type = item->data(newTypeRole);
    hide();
    if (at >= 0)
        Q_EMIT chosen(m_choices[std::size_t(at)]);
    else if (type.isValid())
        Q_EMIT newAttributeWanted(name, ValueType(type.toInt()));
    close();
}

void AttributePicker::moveCurrent(int direction)
{
    for (int row = m_list->currentRow() + direction; row >= 0 && row < m_list->count(); row += direction)
        if (m_list->item(row)->flags() & Qt::ItemIsEnabled) {
            m_list->setCurrentRow(row);
            return;
        }
}

bool AttributePicker::eventFilter(QObject*, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
        moveCurrent(1);
        return true;
    case Qt::Key_Up:
        moveCurrent(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        take(m_list->currentItem());
        return true;
    default:
        return false;
    }
}

}
