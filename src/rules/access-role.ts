const roles = {
  student: /^(student|skolēn|skolni[ec]|izglītojam)/iu,
  parent: /^(parent|mother|father|guardian|vecāk|māte|tēvs|aizbildn)/iu,
  staff:
    /^(teacher|class.?teacher|deputy|head|administrator|pedagog|skolotāj|klases.?audzinātāj|direktor)/iu,
};

/** Whose a user name is, by what a list calls the role; undefined where it calls it otherwise. */
export function accessRole(written: string | null | undefined): keyof typeof roles | undefined {
  const known = Object.keys(roles) as (keyof typeof roles)[];
  return known.find((role) => roles[role].test(written ?? ''));
}
