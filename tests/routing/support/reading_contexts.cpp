#include "tests/routing/support/reading_contexts.h"

#include "routing/context/context_json.h"
#include "routing/context/native_contexts.h"
#include "routing/rulebook/each_condition.h"
#include "routing/rulebook/rulebook_json.h"

#include <sstream>

namespace signalbox {
namespace {

constexpr std::string_view everyType = R"({"rulebook":1,
"attributes":{"text":{"type":"string"},"size":{"type":"number"},"vip":{"type":"boolean"},"tags":{"type":"set"},
  "due":{"type":"time"},"a.b":{"type":"string"},"a.b.c":{"type":"number"},"odd \"name\"":{"type":"string"}},
"schedules":[{"id":"office","timezone":"UTC","weekly":[{"days":["mon"],"from":"09:00","to":"17:00"}]}],
"policies":[
  {"id":"1","when":{"all":[{"attr":"text","op":"eq","value":"refund"},{"attr":"text","op":"starts","value":"re"},
     {"attr":"text","op":"in","value":["","ü","a\nb"]}]},"actions":[]},
  {"id":"2","when":{"any":[{"attr":"size","op":"gt","value":5},{"attr":"a.b.c","op":"eq","value":1}]},"actions":[]},
  {"id":"3","when":{"attr":"vip","op":"eq","value":true},"actions":[]},
  {"id":"4","when":{"attr":"tags","op":"has_any","value":["x","y","ü"]},"actions":[]},
  {"id":"5","when":{"attr":"due","op":"lt","value":"2026-06-09T08:00:00Z"},"actions":[]},
  {"id":"6","when":{"attr":"now","op":"gt","value":"2026-06-09T08:00:00Z"},"actions":[]},
  {"id":"7","when":{"all":[{"attr":"a.b","op":"eq","value":"x"},{"attr":"odd \"name\"","op":"eq","value":"x"},
     {"attr":"crm.deal_size","op":"ge","value":1}]},"actions":[]},
  {"id":"8","when":{"schedule":"office","op":"open"},"actions":[]}]})";

std::string setPicture(const NativeContext& context, const Slot& slot)
{
    std::string picture;
    for (std::uint32_t i = 0; i < slot.members.size; ++i)
        picture += "<" + std::string(context.textAt(context.members[slot.members.from + i])) + ">";
    return picture;
}

std::string slotPicture(const NativeContext& context, const Slot& slot)
{
    switch (slot.kind) {
    case SlotKind::Number: {
        std::ostringstream exact;
        exact << std::hexfloat << slot.number + 0.0;   // one zero
        return exact.str();
    }
    case SlotKind::Time:
        return "t" + std::to_string(slot.time);
    case SlotKind::Text:
        return "\"" + std::string(context.textAt(slot.text)) + "\"" + std::to_string(slot.code);
    case SlotKind::Set:
        return setPicture(context, slot);
    default:
        return "kind " + std::to_string(static_cast<int>(slot.kind));
    }
}

std::string pictureOfError(const Error& error) { return error.place + ": " + error.message; }

}

Rulebook rulebookForContexts() { return readRulebook(everyType).value(); }

Vocabulary vocabularyOf(const Rulebook& rulebook)
{
    Vocabulary vocabulary;
    forEachCondition(rulebook, [&vocabulary](const Condition& condition) { vocabulary.learn(condition); });
    vocabulary.settle();
    return vocabulary;
}

std::string pictureOf(const NativeContext& context)
{
    std::string picture = "now " + std::to_string(toMicroseconds(context.now));
    for (const Slot& slot : context.slots)
        picture += ", " + slotPicture(context, slot);
    for (const std::uint64_t mask : context.masks)
        picture += ", mask " + std::to_string(mask);
    return picture + "\n";
}

std::string readNatively(std::string_view text, const Vocabulary& vocabulary, const Rulebook& rulebook, Instant present)
{
    std::string pictures;
    const auto outcome
        = readNativeContexts(std::string(text), vocabulary, rulebook, present, [&](NativeContext& context) {
              vocabulary.finish(context, context.now, {});
              pictures += pictureOf(context);
          });
    return outcome ? pictures : pictureOfError(outcome.error());
}

std::string readCarefully(std::string_view text, const Vocabulary& vocabulary, const Rulebook& rulebook,
                          Instant present)
{
    auto contexts = readContexts(text, rulebook);
    if (!contexts)
        return pictureOfError(contexts.error());
    std::string pictures;
    for (Values& values : *contexts) {
        NativeContext context;
        const Instant now = momentOf(values, rulebook, present);
        vocabulary.fill(context, values, now, {});
        pictures += pictureOf(context);
    }
    return pictures;
}

}
